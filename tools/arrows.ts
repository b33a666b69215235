// Holds the arrows between the rooms: `tools/node tools/arrows.ts [FOLDER]`, 1 where an import goes against them.

import { fileURLToPath } from 'node:url'
import { cruiseRooms } from './cruise-rooms.ts'

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url))
const { sources, unseen, violations } = await cruiseRooms(root)

for (const { rule, instead, path } of violations) console.error(`${rule}: ${path.join(' -> ')}\n  ${instead}`)
if (sources.length === 0) console.error(`No sources in ${root}.`)
if (unseen.length > 0) {
  console.error(`Not cruised, so nothing is known of them (is typescript@6 installed?):\n  ${unseen.join('\n  ')}`)
}
const ok = sources.length > 0 && unseen.length === 0 && violations.length === 0
if (ok) console.log(`${sources.length} files keep the arrows.`)
process.exitCode = ok ? 0 : 1
