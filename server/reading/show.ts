/** A record as its page shows it: what it says, what people hold of it, its doubts, findings and history. */
import type { FindingAnswer, RecordAnswer } from '#api/routes.ts'
import { sideOf, type Side } from '#core/linking/side.ts'
import { text } from '#core/lib/text.ts'
import { doubtful, doubtWords, type Doubt, type DoubtWord } from '#core/record/doubt.ts'
import { doubtsOfItem, doubtsOfStock } from '#core/record/found-doubts.ts'
import { handlingOf } from '#core/record/handling.ts'
import { readHeadstamp } from '#core/marking/headstamp.ts'
import type { Item, Kind, LibraryEntry, Stock } from '#core/record/kinds.ts'
import { refFields } from '#core/record/parse-row.ts'
import { libraryDoubts } from '#core/reference/library-doubt.ts'
import { meaningsOf } from '#core/reference/say-readings.ts'
import { keptFindings } from '#store/finding-list.ts'
import { itemFacts } from '#store/facts.ts'
import { printedRef } from '#store/refs.ts'
import type { Reader } from '#store/reader.ts'
import { historyOf, itemRefsOf, opinionsOf, readRecord, type Shown } from '#store/show.ts'
import { signaturesOf, type Signature } from '#core/linking/signature.ts'
import { signatureNumber } from '../analysis/derive.ts'
import type { Analysis } from '../analysis/judge.ts'
import { entryKey } from '../analysis/library.ts'
import { receiptOf } from '../intake/receipt.ts'
import { printMeanings } from './library.ts'
import { closedOnes } from './closed-findings.ts'
import { concerns } from './concerns.ts'
import { printFindings } from './print-findings.ts'
import { asReader, NotOneRecord, recordOf, type Reading } from './reading.ts'
import { mixOfSite } from './site-mix.ts'

/** Fields that the page shows elsewhere. */
const hidden = new Set(['doubts', 'incident'])

export async function showRecord(analysis: Analysis, reader: Reader, typed: string): Promise<RecordAnswer> {
  return asReader(analysis, reader, async (reading) => {
    const { client, nodeId } = reading
    const { kind, id, source, ref } = await recordOf(reading, typed)
    const shown = await readRecord(client, nodeId, kind, id)
    if (shown === null) throw new NotOneRecord({ kind: 'not-found', ref: typed })
    const { carried, side } = kind === 'item' ? await carriedBy(reading, id) : { carried: [], side: null }
    const opinions = await opinionsOf(client, nodeId, id)
    const fields = Object.fromEntries(
      Object.entries({ ...shown.content, ...informantOf(shown.informant) }).filter(([name]) => !hidden.has(name)),
    )
    const doubts = [
      ...shown.doubts,
      ...foundDoubts(reading, kind, shown).map(({ column, doubt }) => [column, doubt] as const),
    ].map(([column, doubt]) => ({ column, doubt, says: doubtWords[doubt as DoubtWord] ?? text(doubt, doubt) }))
    const history = await historyOf(client, id, shown.leaf)
    return {
      kind,
      ref: printedRef({ source, ref }),
      revision: history.at(-1)?.revision ?? '',
      handling: handlingOf(shown.handling),
      fields,
      opinions: opinions.map(({ id: opinion, source: from, content }) => ({ id: opinion, source: from, ...content })),
      ...(kind === 'incident'
        ? { items: (await itemRefsOf(client, nodeId, id)).map(printedRef), mixes: [...(await mixOfSite(reading, id))] }
        : {}),
      doubts: [...doubts, ...doubtsOfEntry(reading, kind, { source, ref, content: shown.content })],
      ...(kind === 'item'
        ? {
            signatures: carried.map((signature) => signature.text),
            meanings: await meaningsOfItem(reading, shown),
          }
        : {}),
      findings: [...(await findingsOf(reading, { kind, id, ref: printedRef({ source, ref }), carried, side }))],
      closed: [...(await closedOf(reading, kind, id, carried))],
      history: history.map(({ act, received, author, device, entry }) => ({
        act,
        at: received,
        author,
        device,
        receipt: receiptOf(entry),
      })),
    }
  })
}

/** Proposals: none is chosen, and each names what speaks against it. */
async function meaningsOfItem({ analysis, library }: Reading, { content, current, incident }: Shown) {
  const { class: cls, marks, lot } = content as Item
  const by = incident?.lastDay === null || incident === null ? undefined : Number(incident.lastDay.slice(0, 4))
  const read = { class: cls, headstamp: readHeadstamp(marks ?? []), lot, calibre: current.calibre, by }
  return printMeanings(analysis, library, meaningsOf(library.library, read))
}

/** Those that stand or fall with other records: worked out when they are read. */
function foundDoubts({ settings }: Reading, kind: Kind, { content, incident, current, gone }: Shown): readonly Doubt[] {
  const doubts: Doubt[] = []
  if (kind === 'item') {
    if (incident === null) doubts.push(doubtful('incident_ref', 'incident-unknown'))
    doubts.push(...doubtsOfItem(current, incident?.lastDay ?? null))
  }
  if (kind === 'stock') doubts.push(...doubtsOfStock(content as Stock, settings.host_country))
  if (gone) doubts.push(doubtful(refFields[kind] ?? '', 'gone-from-source'))
  return doubts
}

/** What speaks against a row of the library as it is in use. */
function doubtsOfEntry(
  { library }: Reading,
  kind: Kind,
  { source, ref, content }: { readonly source: string; readonly ref: string; readonly content: Shown['content'] },
): RecordAnswer['doubts'] {
  if (kind !== 'library-entry') return []
  return library
    .doubts((content as LibraryEntry).list, entryKey({ source, ref }))
    .map((word) => ({ column: word === 'name-claimed' ? 'name' : 'corrects', doubt: word, says: libraryDoubts[word] }))
}

const informantOf = (informant: { reported_by: string | null; report_grade: string | null } | null) =>
  Object.fromEntries(Object.entries(informant ?? {}).filter(([, value]) => value !== null))

async function findingsOf(
  reading: Reading,
  { kind, id, ref, carried, side }: Found,
): Promise<readonly FindingAnswer[]> {
  const { client, nodeId } = reading
  if (kind !== 'incident' && kind !== 'item') return []
  const subjects = [id, ...carried.map(({ key }) => String(signatureNumber(key)))]
  const filter = kind === 'incident' ? { incident: id } : { subjects }
  const found = await printFindings(reading, await keptFindings(client, nodeId, { ...filter, limit: 100 }))
  return found.filter((finding) => concerns(finding, { kind, ref, side }))
}

interface Found extends CarriedByItem {
  readonly kind: string
  readonly id: string
  /** As it is printed. */
  readonly ref: string
}

async function closedOf(reading: Reading, kind: string, id: string, carried: readonly Signature[]) {
  if (kind === 'incident') return closedOnes(reading, { incident: id, limit: 100 })
  if (kind !== 'item') return []
  const subjects = [id, ...carried.map(({ key }) => String(signatureNumber(key)))]
  return closedOnes(reading, { subjects, limit: 100 })
}

interface CarriedByItem {
  readonly carried: readonly Signature[]
  readonly side: Side | null
}

async function carriedBy({ client, nodeId, names }: Reading, id: string): Promise<CarriedByItem> {
  const [item] = await itemFacts(client, nodeId, [id])
  return item === undefined
    ? { carried: [], side: null }
    : { carried: signaturesOf(item, names), side: sideOf(item.used_by) }
}
