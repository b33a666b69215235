/** What the rules about items answer now, kept or not: worked out when it is asked. */
import { levelOf } from '#core/record/handling.ts'
import { settingsNamed } from '#core/record/settings.ts'
import { incidentFacts, type ItemOfBase } from '#store/facts.ts'
import type { StoredFinding } from '#store/finding-row.ts'
import { readKnowledge } from '#store/knowledge.ts'
import { judgeItem } from '../analysis/judge-items.ts'
import { knowledgeAt } from '../analysis/knowledge.ts'
import type { Reading } from './reading.ts'

/** Every rule's answer for these items, as this reader's knowledge has it. */
export async function answersNow(reading: Reading, items: readonly ItemOfBase[]): Promise<readonly StoredFinding[]> {
  if (items.length === 0) return []
  const { client, nodeId, analysis, settings, names } = reading
  const ids = [...new Set(items.flatMap(({ incident }) => (incident === null ? [] : [incident])))]
  const incidents = new Map((await incidentFacts(client, nodeId, ids)).map((incident) => [incident.id, incident]))
  const source = {
    recorded: await readKnowledge(client, nodeId),
    settings,
    names,
    shippedScopes: analysis.shippedScopes,
    areaOfCode: analysis.areaOfCode,
    places: analysis.places,
  }
  // Row-level security has cut what was read to this reader: all of it counts.
  const knowledge = knowledgeAt(source, { level: 3, team: '*' })
  return items.flatMap((item) =>
    judgeItem(
      { names, settings },
      item,
      item.incident === null ? null : (incidents.get(item.incident) ?? null),
      knowledge,
    ).map(({ rule, judgement }): StoredFinding => ({
      id: `${rule.name}:${item.id}`,
      rule: rule.name,
      version: rule.version,
      subject_kind: 'item',
      subject: item.id,
      side: 0,
      area: '',
      handling: levelOf(item.handling),
      answer: judgement.answer,
      grade: judgement.grade,
      facts: JSON.stringify(judgement.facts),
      settings: JSON.stringify(settingsNamed(rule.settings, settings)),
      raised_at: null,
    })),
  )
}
