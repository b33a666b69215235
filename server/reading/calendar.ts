/** When signatures were seen among what was read to their level. */
import type { CalendarAnswer } from '#api/coverage-routes.ts'
import { calendarOf, type Months } from '#core/coverage/calendar.ts'
import { keyOf } from '#core/linking/canonical-names.ts'
import { ladders, readingOfLevel } from '#core/linking/ladder.ts'
import { readingLevels } from '#core/linking/reading.ts'
import { readSignature } from '#core/linking/signature.ts'
import { classes, type Class } from '#core/record/kinds.ts'
import { raisesNovelty } from '#core/screening/rules/new-here.ts'
import { monthsCarried, monthsRead, mostCarried } from '#store/calendar.ts'
import type { Reader } from '#store/reader.ts'
import { signaturesByNumber, type KnownSignature, type Zone } from '#store/signature-counts.ts'
import { signatureNumber } from '../analysis/derive.ts'
import type { Analysis } from '../analysis/judge.ts'
import { areaAsked } from './area-asked.ts'
import { asReader, NotOneRecord, type Reading } from './reading.ts'

export interface CalendarQuery {
  /** Absent: those that most incidents carry. */
  readonly signature?: string | undefined
  readonly area?: string | undefined
  readonly class?: Class | undefined
  /** So many signatures. */
  readonly limit?: number | undefined
}

const usual = 20

/** Throws NotOneRecord where nothing is known of the area, or where what is asked for is no signature. */
export async function listCalendar(
  analysis: Analysis,
  reader: Reader,
  { signature, area, class: cls, limit = usual }: CalendarQuery,
): Promise<readonly CalendarAnswer[]> {
  return asReader(analysis, reader, async (reading) => {
    const zone = await areaAsked(reading, area)
    const shown =
      signature === undefined
        ? await carriedMost(reading, { classes: cls === undefined ? classes : [cls], zone, limit })
        : [await carriedOf(reading, signature, zone)]
    const classesShown = [...new Set(shown.map(({ known }) => known.class))]
    const read = await monthsRead(reading.client, reading.nodeId, { classes: classesShown, zone })
    return shown.flatMap(({ known, carried }) =>
      calendarOf(known.text, {
        carried,
        read: read.filter((months) => months.class === known.class && months.level >= known.reading),
      }),
    )
  })
}

interface Shown {
  readonly known: Pick<KnownSignature, 'text' | 'class' | 'reading'>
  readonly carried: readonly Months[]
}

/** One that nobody carries was looked for as well. */
async function carriedOf({ client, nodeId }: Reading, typed: string, zone: Zone | null): Promise<Shown> {
  const number = signatureNumber(keyOf(typed))
  const known = (await signaturesByNumber(client, nodeId, [number])).get(number) ?? asTyped(typed)
  const carried = await monthsCarried(client, nodeId, { signatures: [number], classes: [known.class], zone })
  return { known, carried: carried.get(number) ?? [] }
}

function asTyped(typed: string): Shown['known'] {
  try {
    const { class: cls, level } = readSignature(typed)
    return { text: typed, class: cls, reading: readingLevels[readingOfLevel(cls, level)] }
  } catch {
    throw new NotOneRecord({ kind: 'not-found', ref: typed })
  }
}

/** Of lots and date codes each is carried by few. */
const levels = [
  ...new Set(Object.values(ladders).flatMap((all) => all.flat().map(({ level }) => level))),
  'features',
  'removed',
].filter(raisesNovelty)

/** How many signatures are looked at to find those that most incidents of an area carry. */
const mostLookedAt = 400

/**
 * Those that most incidents carry there, the most first. A signature's counters, of all areas and sides together, say
 * how many incidents can at most: once that is less than what the last of those found has, no other can come before it.
 */
async function carriedMost(
  { client, nodeId }: Reading,
  {
    classes: asked,
    zone,
    limit,
  }: { readonly classes: readonly string[]; readonly zone: Zone | null; readonly limit: number },
): Promise<readonly Shown[]> {
  const candidates = await mostCarried(client, nodeId, { classes: asked, levels, limit: Math.max(limit, mostLookedAt) })
  let found: readonly (Shown & { readonly incidents: number })[] = []
  for (let at = 0, next = limit; at < candidates.length; at = next, next *= 2) {
    if ((candidates[at]?.most ?? 0) < (found[limit - 1]?.incidents ?? 0)) break
    const numbers = candidates.slice(at, next).map(({ signature }) => signature)
    const known = await signaturesByNumber(client, nodeId, numbers)
    const carried = await monthsCarried(client, nodeId, { signatures: numbers, classes: asked, zone })
    found = [...found, ...[...carried].flatMap(([number, months]) => shownOf(known.get(number), months))]
      .toSorted((a, b) => b.incidents - a.incidents || (a.known.text < b.known.text ? -1 : 1))
      .slice(0, limit)
  }
  return found
}

const shownOf = (known: KnownSignature | undefined, carried: readonly Months[]) =>
  known === undefined ? [] : [{ known, carried, incidents: carried.reduce((sum, { incidents }) => sum + incidents, 0) }]
