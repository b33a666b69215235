/** The settings of the mission as their page shows them. */
import type { SettingAnswer, SetValue, SettingsAnswer } from '#api/settings-routes.ts'
import { settingNames, type Content } from '#core/record/kinds.ts'
import { missionSettings, settingText } from '#core/record/settings.ts'
import { isAnythingPending } from '#store/pending.ts'
import type { Reader } from '#store/reader.ts'
import { printedRef } from '#store/refs.ts'
import { recordsBeside, settingRows, type SettingRow } from '#store/settings.ts'
import { revisionsOf } from '#store/show.ts'
import type { Analysis } from '../analysis/judge.ts'
import { rulesOf } from '../analysis/setting-reaches.ts'
import { asReader, type Reading } from './reading.ts'

/** `nameOf`: of an account by its id. */
export async function listSettings(
  analysis: Analysis,
  reader: Reader,
  nameOf: (account: string) => string,
): Promise<SettingsAnswer> {
  const { store } = analysis
  const judging = await isAnythingPending(store.intake, store.nodeId)
  return asReader(analysis, reader, async (reading) => {
    const rows = Map.groupBy(await settingRows(reading.client, reading.nodeId), ({ setting }) => setting)
    const settings: SettingAnswer[] = []
    for (const name of settingNames) {
      const own = rows.get(name) ?? []
      const values: SetValue[] = []
      for (const row of own) values.push(...(await valuesOf(reading, row, nameOf)))
      const [set = null] = values
      settings.push({
        name,
        value: settingText(reading.settings[name]),
        usual: settingText(missionSettings[name].usual),
        set,
        earlier: values.slice(1).toSorted((a, b) => (a.set_at < b.set_at ? 1 : -1)),
        rules: [...rulesOf(name)],
      })
    }
    return { settings, records: await recordsBeside(reading.client, reading.nodeId), judging }
  })
}

/** What a dated setting says, then what it said before. */
async function valuesOf(
  { client }: Reading,
  row: SettingRow,
  nameOf: (account: string) => string,
): Promise<readonly SetValue[]> {
  const revisions = await revisionsOf(client, row.id, row.leaf)
  return revisions.toReversed().map(({ head, content }) => {
    const { value, from = null, note = null } = content as Content<'setting'>
    return { ref: printedRef(row), value, from, note, set_at: head.received, set_by: nameOf(head.author) }
  })
}
