/** Two hundred hard kills while entries are written: `tools/node bench/kill.ts [ROUNDS]`. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { killRounds } from '#server/sample-kill.ts'

const rounds = Number(process.argv[2] ?? 200)
const folder = await mkdtemp(join(tmpdir(), 'headstamp-kill-'))
const { acknowledged, lost, ledgerHolds } = await killRounds(join(folder, 'home'), rounds, Math.random)
process.stdout.write(
  `${rounds} hard kills: ${acknowledged} entries acknowledged, ${lost.length} lost; the ledger ${ledgerHolds ? 'holds' : 'does NOT hold'}\n`,
)
await rm(folder, { recursive: true, force: true })
process.exitCode = lost.length === 0 && ledgerHolds ? 0 : 1
