/** The ordinary: three hundred incidents of seven years, of which some were not reached and some not read. */
import { makeDice, type Dice } from './dice.ts'
import { spots, type Spot } from './island.ts'
import type { Row } from './row.ts'
import { arms, bombs, detonator, grenade, issued, machineGun, rocket, rounds } from './types.ts'

export interface History {
  readonly incidents: readonly Row[]
  readonly items: readonly Row[]
}

interface Setting {
  readonly dice: Dice
  /** The how-manieth incident it is, from 0. */
  readonly nth: number
  readonly ref: string
  readonly day: string
  readonly spot: Spot
}

const firstDay = Date.UTC(2018, 0, 8)
const days = 2340

export function makeHistory(seed: number, count = 300): History {
  const dice = makeDice(seed)
  const made = Array.from({ length: count }, (_, nth) => {
    const time = firstDay + (Math.floor((nth * days) / count) + dice.roll(4)) * 86_400_000
    return ordinary({
      dice,
      nth,
      ref: `H-${String(nth + 1).padStart(3, '0')}`,
      day: new Date(time).toISOString().slice(0, 10),
      spot: spotOf(dice, nth),
    })
  })
  return { incidents: made.map(({ incident }) => incident), items: made.flatMap(({ items }) => items) }
}

/** The isles are visited in a story alone. In the first weeks each place has its turn. */
function spotOf(dice: Dice, nth: number): Spot {
  const visited = spots.filter(({ admin1 }) => admin1 !== 'Outer Isles')
  const spot = visited[nth < 2 * visited.length ? nth % visited.length : dice.roll(visited.length)]
  if (spot === undefined) throw new Error('the island has no place')
  return spot
}

const kinds = ['clash', 'ambush', 'attack', 'cache', 'clash', 'ambush', 'seizure', 'cache', 'ied', 'crime'] as const

function ordinary(setting: Setting): { readonly incident: Row; readonly items: readonly Row[] } {
  const { dice, nth, ref, day, spot } = setting
  const kind = kinds[nth % kinds.length] ?? 'other'
  const incident: Row = {
    incident_ref: ref,
    kind,
    date: day,
    ...spot,
    geo_precision: 'place',
    ...actorOf(setting, kind),
    ...targetOf(dice, kind),
  }
  const missed = nth >= 20 && dice.chance(16) ? dice.one(missedAccess) : null
  if (missed !== null) return { incident: { ...incident, ...missed }, items: [] }
  return {
    incident: { ...incident, access: 'documented', arrived_h: String(1 + dice.roll(48)) },
    items: itemsOf(setting, kind).map((item, i) => ({ item_ref: `${ref}-${i + 1}`, incident_ref: ref, ...item })),
  }
}

const missedAccess: readonly [Row, ...Row[]] = [
  { access: 'not-reached', access_reason: 'road not safe' },
  { access: 'not-reached', access_reason: 'no flight' },
  { access: 'refused', access_reason: 'turned back at a checkpoint' },
  { access: 'already-swept', access_reason: 'cleared by residents' },
  { access: 'done-by-authority', access_reason: 'materiel kept by the gendarmerie' },
  { access: 'nothing-found' },
]

/** In the North mostly one group, in the Lakes another; one incident in seven has no presumed actor, and a crime none. */
function actorOf({ dice, nth, spot }: Setting, kind: string): Row {
  if (kind === 'crime') return nth % 20 === 9 ? { presumed_actor: 'ROAD-GANG', actor_basis: 'arrest' } : {}
  if (nth >= 20 && dice.chance(14)) return {}
  const near = { North: 'SALT', Lakes: 'REED', 'Capital Shore': 'HILL' }[spot.admin1] ?? 'EMBER'
  const presumed_actor = dice.chance(60) ? near : dice.one(['SALT', 'REED', 'HILL', 'EMBER'])
  return { presumed_actor, actor_basis: dice.one(['witness', 'witness', 'claim', 'official']), actor_grade: 'C3' }
}

function targetOf(dice: Dice, kind: string): Row {
  if (kind === 'crime') return { target: dice.one(['civilians', 'business']) }
  if (kind === 'clash' || kind === 'ambush') return { target: dice.one(['state-forces', 'state-forces', 'un']) }
  return kind === 'attack' ? { target: dice.one(['local-authority', 'civilians', 'state-forces']) } : {}
}

function itemsOf(setting: Setting, kind: string): readonly Row[] {
  const { dice, nth } = setting
  const used_by = kind === 'cache' || kind === 'seizure' ? 'holder' : 'attacker'
  const own = [
    ...(kind === 'ied' ? device(dice) : [arm(setting, nth), ...(dice.chance(40) ? [arm(setting, dice.roll(20))] : [])]),
    ...ammunition(setting),
    ...heavy(setting, kind),
  ]
  const fought = kind === 'clash' || kind === 'ambush' || kind === 'attack'
  return [...own.map((item) => ({ used_by, ...item })), ...(fought ? defenders(setting) : [])]
}

/** One in eight was seen by others alone, on a photograph, and read to its pattern. */
function arm({ dice, nth }: Setting, which: number): Row {
  const type: Row = arms[which % arms.length] ?? arms[0]
  if (nth >= 20 && dice.chance(12)) {
    return { class: 'arm', pattern: 'AK', seen_how: 'photograph', mark_condition: 'worn', id_grade: 'C3' }
  }
  const serial = `${'ABCDEFGH'.charAt(dice.roll(8))}${100_000 + dice.roll(900_000)}`
  return {
    ...type,
    seen_how: 'examined',
    mark_condition: 'intact',
    serial,
    marks: `receiver-left:${serial}`,
    id_grade: 'B2',
  }
}

/** For some weeks one headstamp prevails in the North, then another: how shipments arrive. */
const waves = [
  { from: '2020-02-01', to: '2020-05-15', round: 3 },
  { from: '2021-03-01', to: '2021-06-15', round: 0 },
  { from: '2022-09-01', to: '2022-12-31', round: 2 },
] as const

function ammunition({ dice, nth, ref, day, spot }: Setting): readonly Row[] {
  const wave = spot.admin1 === 'North' ? waves.find(({ from, to }) => from <= day && day <= to) : undefined
  const first = wave !== undefined && dice.chance(85) ? wave.round : nth % rounds.length
  const second = dice.roll(rounds.length)
  const kept = [...new Set([first, ...(dice.chance(55) ? [second] : [])])]
  return kept.map((which, i): Row => {
    const quantity = 1 + dice.roll(30)
    const seen = { quantity: String(quantity), state: dice.one(['fired', 'fired', 'live']), id_grade: 'B2' }
    const type: Row = rounds[which] ?? rounds[0]
    if (nth >= 20 && dice.chance(10)) {
      return { class: 'ammunition', calibre: type['calibre'] ?? '', ...seen, mark_condition: 'worn' }
    }
    return {
      ...type,
      ...seen,
      mark_condition: 'intact',
      ...(dice.chance(30) ? { lot: `${ref.slice(2)}-${i + 1}` } : {}),
      present: String(quantity + dice.roll(40)),
      examined: String(quantity),
      count_basis: 'counted',
    }
  })
}

function heavy({ dice, nth }: Setting, kind: string): readonly Row[] {
  const isStore = kind === 'cache' || kind === 'seizure'
  return [
    ...(nth % 9 === 3 ? [{ ...machineGun, serial: `M${10_000 + dice.roll(90_000)}`, id_grade: 'B2' }] : []),
    ...(isStore && dice.chance(45) ? [{ ...bombs[nth % 2], quantity: String(1 + dice.roll(6)) }] : []),
    ...(dice.chance(12) ? [{ ...rocket, quantity: '1' }] : []),
    ...(dice.chance(12) ? [{ ...grenade, quantity: String(1 + dice.roll(3)) }] : []),
  ]
}

function device(dice: Dice): readonly Row[] {
  return [
    { ...detonator, state: 'destroyed', quantity: '1', id_grade: 'C3' },
    { class: 'explosive', seen_how: 'examined', note: dice.one(['home made, swept up', 'home made, in a jerrycan']) },
  ]
}

/** What the forces that were attacked fired; whose they were is known in half the cases. */
function defenders({ dice, nth, spot }: Setting): readonly Row[] {
  const type: Row = issued[nth % issued.length] ?? issued[0]
  return [
    {
      ...type,
      used_by: 'defender',
      ...(dice.chance(50) ? { user_actor: `${spot.country}-FORCES`, user_basis: 'official' } : {}),
      state: 'fired',
      quantity: String(1 + dice.roll(12)),
      mark_condition: 'intact',
      id_grade: 'B2',
    },
  ]
}
