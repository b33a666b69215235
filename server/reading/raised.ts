/** What submissions raised, for their answers: as those who sent them may see it, and as it stands now. */
import { setImmediate } from 'node:timers/promises'
import type { FindingAnswer } from '#api/routes.ts'
import { findingsById } from '#store/finding-list.ts'
import type { Reader } from '#store/reader.ts'
import type { Analysis } from '../analysis/judge.ts'
import { printFindings } from './print-findings.ts'
import { asReader } from './reading.ts'

export type ReadRaised = (reader: Reader, ids: readonly string[]) => Promise<readonly FindingAnswer[]>

interface Turn {
  readonly ids: Set<string>
  readonly found: Promise<ReadonlyMap<string, FindingAnswer>>
}

/** What one reader asks for in one turn is read together: the submissions of a batch are answered at once. */
export function raisedReader(analysis: Analysis): ReadRaised {
  const turns = new Map<string, Turn>()
  async function readTurn(key: string, reader: Reader): Promise<Awaited<Turn['found']>> {
    await setImmediate()
    const ids = [...(turns.get(key)?.ids ?? [])]
    turns.delete(key)
    const findings = await asReader(analysis, reader, async (reading) =>
      printFindings(reading, await findingsById(reading.client, reading.nodeId, ids)),
    )
    return new Map(findings.map((finding) => [finding.id, finding]))
  }
  return async (reader, ids) => {
    if (ids.length === 0) return []
    const { account, clearance, teams } = reader
    const key = JSON.stringify([account, clearance, teams])
    const turn = turns.get(key) ?? { ids: new Set(), found: readTurn(key, reader) }
    turns.set(key, turn)
    for (const id of ids) turn.ids.add(id)
    const found = await turn.found
    return ids.flatMap((id) => found.get(id) ?? [])
  }
}
