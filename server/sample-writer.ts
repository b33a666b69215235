/**
 * A process that writes to a home until it is killed, and prints the reference of each entry once it was acknowledged:
 * `sample-writer.ts HOME PREFIX`. Started by tests and benchmarks alone.
 */
import { makeSubmitter, parseEntry } from './intake/submit.ts'
import { openContext } from './context.ts'

const [home = '', prefix = 'K'] = process.argv.slice(2)
const context = await openContext({ home })
const submitter = makeSubmitter(context.intake, context.analysis)

async function client(number: number): Promise<void> {
  for (let i = 0; ; i++) {
    const ref = `${prefix}-${number}-${i}`
    const entry = parseEntry(
      {
        incident: { incident_ref: ref, kind: 'attack', date: '2024-05-05', country: 'XA', admin1: 'North' },
        items: [
          {
            item_ref: `${ref}-1`,
            class: 'arm',
            model: 'AKMS',
            producer: 'P',
            year: 2011,
            serial: `S${number}${i}`,
            used_by: 'attacker',
          },
          {
            item_ref: `${ref}-2`,
            class: 'ammunition',
            calibre: '7.62x39',
            producer: 'P',
            year: 2015,
            lot: 'L7',
            used_by: 'attacker',
          },
        ],
      },
      context.reference.codes,
      { account: 'operator', device: 'test' },
    )
    if (!entry.ok) throw new Error(JSON.stringify(entry.error))
    await submitter.submit(entry.value, null)
    process.stdout.write(`${ref}\n`)
  }
}

await Promise.all(Array.from({ length: 8 }, (_, number) => client(number)))
