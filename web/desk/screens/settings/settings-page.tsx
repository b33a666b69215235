/** The settings of the mission: what each decides, what it is, who set it; changed by an administrator. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SettingAnswer, SettingsAnswer } from '#api/settings-routes.ts'
import { meQuery } from '../../call/queries.ts'
import { settingsQuery } from '../../call/settings.ts'
import { Facts } from '../../parts/facts.tsx'
import { Loading, Wrong } from '../../parts/states.tsx'
import { When } from '../../parts/when.tsx'
import { sayDate } from '../../words/dates.ts'
import { useWords } from '../../words/language.tsx'
import { PageHead } from '../page-head.tsx'
import { ChangeSetting } from './change-setting.tsx'
import { Moved } from './moved.tsx'
import { SettingValue } from './setting-value.tsx'

interface Asked {
  /** The setting whose form is open. */
  readonly change?: string
  /** The setting whose last change is looked at. */
  readonly moved?: string
}

export function SettingsPage({ change, moved }: Asked) {
  const { words, language } = useWords()
  const { data, error, refetch } = useQuery(settingsQuery(language))
  const { data: me } = useQuery(meQuery(language))
  const mayChange = me?.administrator === true
  return (
    <>
      <PageHead title={words.settings.title} lead={words.settings.lead}>
        {words.settings.title}
      </PageHead>
      {data === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <Wrong error={error} onAgain={() => void refetch()} />
        )
      ) : (
        <div className="settings">
          {data.settings.map((setting) => (
            <Setting
              key={setting.name}
              setting={setting}
              mayChange={mayChange}
              isOpen={mayChange && change === setting.name}
              moved={moved === setting.name ? data : null}
            />
          ))}
          <Records records={data.records} />
        </div>
      )}
    </>
  )
}

interface SettingProps {
  readonly setting: SettingAnswer
  readonly mayChange: boolean
  readonly isOpen: boolean
  readonly moved: SettingsAnswer | null
}

function Setting({ setting, mayChange, isOpen, moved }: SettingProps) {
  const { words, say } = useWords()
  const { name, value, set, earlier, rules } = setting
  const title = words.finding.settingNames[name] ?? name
  const ruleNames: Readonly<Record<string, string>> = words.rules
  return (
    <section className="section card setting" aria-labelledby={`setting-${name}`}>
      <div className="head-line">
        <h2 id={`setting-${name}`}>{title}</h2>
        {mayChange && !isOpen && (
          <Link
            to="/settings"
            search={{ change: name }}
            resetScroll={false}
            className="button"
            aria-label={words.settings.changeOf(title)}
          >
            {words.settings.change}
          </Link>
        )}
      </div>
      <p className="quiet">{words.settings.does[name]}</p>
      <p className="setting-value">
        <SettingValue name={name} value={value} />
      </p>
      <Facts
        facts={[
          [words.settings.since, typeof set?.from === 'string' && say(sayDate(set.from))],
          [words.settings.note, set?.note],
          [words.settings.readBy, rules.map((rule) => ruleNames[rule] ?? rule).join(', ') || words.settings.readByNone],
        ]}
      />
      <p className="quiet">
        {set === null ? (
          words.settings.usual
        ) : (
          <>
            {words.settings.set(set.set_by)}, <When at={set.set_at} precision="minute" />
            {moved === null && rules.length > 0 && (
              <>
                {' · '}
                <Link to="/settings" search={{ moved: name }} resetScroll={false}>
                  {words.settings.whatMoved}
                </Link>
              </>
            )}
          </>
        )}
      </p>
      {earlier.length > 0 && <Earlier setting={setting} />}
      {isOpen && <ChangeSetting setting={setting} />}
      {moved !== null && set !== null && <Moved title={title} at={set.set_at} isJudging={moved.judging} />}
    </section>
  )
}

function Earlier({ setting: { name, earlier } }: Pick<SettingProps, 'setting'>) {
  const { words, say } = useWords()
  return (
    <details>
      <summary>{words.settings.earlier(earlier.length)}</summary>
      <ol className="lines">
        {earlier.map(({ ref, value, from, note, set_at: at, set_by: by }) => (
          <li key={`${ref} ${at}`}>
            <p>
              <SettingValue name={name} value={value} />
              {from !== null && `, ${words.settings.since.toLocaleLowerCase()} ${say(sayDate(from))}`}
            </p>
            <p className="label">
              {words.settings.set(by)}, <When at={at} precision="minute" />
              {note !== null && ` · ${note}`}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}

function Records({ records: { losses, contingents, areas, actors } }: Pick<SettingsAnswer, 'records'>) {
  const { words } = useWords()
  const { counted } = words.settings
  return (
    <section className="section card">
      <h2>{words.settings.records}</h2>
      <p className="quiet">{words.settings.recordsLead}</p>
      <ul className="lines">
        <li>
          <Link to="/stock">{counted.losses(losses)}</Link>
        </li>
        <li>
          <Link to="/stock">{counted.contingents(contingents)}</Link>
        </li>
        <li>
          <Link to="/incidents" search={{ view: 'map' }}>
            {counted.areas(areas)}
          </Link>
          {areas > 0 && <span className="quiet"> ({words.settings.onMap})</span>}
        </li>
        <li>{counted.actors(actors)}</li>
      </ul>
    </section>
  )
}
