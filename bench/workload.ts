/**
 * The files that the benchmarks import: incidents of thirty items, four in five with maker, year and serial or lot.
 * Types are drawn as missions find them: a few everywhere, many seldom; deterministic.
 */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'

export const perIncident = 30

/** Park and Miller's minimal standard generator. */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647
    return Math.floor((state / 2_147_483_647) * sides)
  }
}

/** A point of the open sea, within five degrees. */
const degrees = (roll: (sides: number) => number, from: number) => (from + roll(50_000) / 10_000).toFixed(4)

interface Type {
  readonly isArm: boolean
  readonly fields: string
}

/** Four hundred types of arms and ammunition. */
function makeTypes(roll: (sides: number) => number): readonly Type[] {
  return Array.from({ length: 400 }, (_, i) => {
    const isArm = i % 2 === 0
    const [pattern, model] = isArm ? ['AK', `Model ${roll(40)}`] : ['', '']
    const calibre = ['7.62x39', '7.62x54R', '5.56x45', '12.7x108'][roll(4)] ?? ''
    return { isArm, fields: `${pattern},${model},${calibre}|Factory ${roll(60)},${1960 + roll(60)}` }
  })
}

export async function writeWorkload(
  folder: string,
  items: number,
): Promise<{ readonly incidents: string; readonly items: string }> {
  const roll = dice(20_150_807)
  const types = makeTypes(roll)
  const files = { incidents: join(folder, 'incidents.csv'), items: join(folder, 'items.csv') }
  const incidentsOut = createWriteStream(files.incidents)
  const itemsOut = createWriteStream(files.items)
  incidentsOut.write('incident_ref,kind,date,country,admin1,presumed_actor,actor_basis,place,lat,lon\r\n')
  itemsOut.write('item_ref,incident_ref,class,pattern,model,calibre,producer,year,serial,lot,used_by,quantity\r\n')
  const count = Math.ceil(items / perIncident)
  for (let i = 0; i < count; i++) {
    const day = new Date(Date.UTC(2012, 0, 1) + Math.floor((i / count) * 4000) * 86_400_000).toISOString().slice(0, 10)
    const isCrime = roll(5) === 0
    const actor = isCrime ? ',' : `Group ${roll(8)},claim`
    incidentsOut.write(
      `I${i},${isCrime ? 'crime' : 'attack'},${day},XA,Region ${roll(12)},${actor},Town ${roll(400)},${degrees(roll, 10)},${degrees(roll, -30)}\r\n`,
    )
    // Low numbers come often: the square of a die falls off as a market's shelf does.
    const found = Array.from({ length: 4 + roll(7) }, () => types[Math.floor((roll(1000) / 1000) ** 2 * types.length)])
    for (let j = 0; j < perIncident && i * perIncident + j < items; j++) {
      const type = found[roll(found.length)]
      if (type === undefined) continue
      const [what = '', maker = ''] = type.fields.split('|')
      const isRead = roll(5) > 0
      const mark = !isRead
        ? ','
        : type.isArm
          ? `${String.fromCharCode(65 + roll(26))}${roll(10_000_000)},`
          : `,L${roll(40)}-${roll(60)}`
      const side = ['attacker', 'attacker', 'defender', 'unknown'][roll(4)]
      const line = `I${i}-${j},I${i},${type.isArm ? 'arm' : 'ammunition'},${what},${isRead ? maker : ','},${mark},${side},${1 + roll(20)}\r\n`
      if (!itemsOut.write(line)) await once(itemsOut, 'drain')
    }
  }
  for (const stream of [incidentsOut, itemsOut]) {
    stream.end()
    await once(stream, 'finish')
  }
  return files
}
