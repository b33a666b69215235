/** What the rules about items answer now, kept or not: worked out when it is asked. */
import { levelOf } from '#core/record/handling.ts'
import { itemRules } from '#core/screening/rules.ts'
import { settingsNamed } from '#core/record/settings.ts'
import { incidentFacts, type ItemOfBase } from '#store/facts.ts'
import type { StoredFinding } from '#store/finding-row.ts'
import { readKnowledge } from '#store/knowledge.ts'
import { itemInput } from '../analysis/judge-items.ts'
import { knowledgeAt, type Knowledge } from '../analysis/knowledge.ts'
import { allSeen } from '../analysis/signature-index.ts'
import { twinsOf } from '../analysis/twins.ts'
import type { Reading } from './reading.ts'

/** What this reader's knowledge is: row-level security has cut it, so that all of it counts. */
export async function knowledgeNow({ client, nodeId, analysis, settings, names }: Reading): Promise<Knowledge> {
  const { shippedScopes, areaOfCode, places } = analysis
  const recorded = await readKnowledge(client, nodeId)
  return knowledgeAt({ recorded, settings, names, shippedScopes, areaOfCode, places }, allSeen)
}

/** Every rule's answer for these items, as this reader's knowledge has it. */
export async function answersNow(reading: Reading, items: readonly ItemOfBase[]): Promise<readonly StoredFinding[]> {
  if (items.length === 0) return []
  const { client, nodeId, settings, names, library, reader } = reading
  const ids = [...new Set(items.flatMap(({ incident }) => (incident === null ? [] : [incident])))]
  const incidents = new Map((await incidentFacts(client, nodeId, ids)).map((incident) => [incident.id, incident]))
  const knowledge = await knowledgeNow(reading)
  const twins = await twinsOf(client, nodeId, items)
  const judging = { names, settings, says: library.says }
  const floor = levelOf(settings.implicating_handling)
  return items.flatMap((item) => {
    const incident = item.incident === null ? null : (incidents.get(item.incident) ?? null)
    const input = itemInput(judging, { item, incident, twins }, { knowledge, view: allSeen })
    return itemRules.flatMap((rule): StoredFinding[] => {
      const handling = Math.max(levelOf(item.handling), rule.implicates ? floor : 0)
      if (handling > reader.clearance) return []
      const judgement = rule.judge(input)
      return [
        {
          id: `${rule.name}:${item.id}`,
          rule: rule.name,
          version: rule.version,
          subject_kind: 'item',
          subject: item.id,
          side: 0,
          area: '',
          handling,
          answer: judgement.answer,
          grade: judgement.grade,
          facts: JSON.stringify(judgement.facts),
          settings: JSON.stringify(settingsNamed(rule.settings, settings)),
          raised_at: null,
        },
      ]
    })
  })
}
