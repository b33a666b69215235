import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { killRounds } from './sample-kill.ts'

test(
  'a server killed hard ten times while it writes loses nothing that it acknowledged',
  { timeout: 180_000 },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'headstamp-kill-'))
    try {
      const report = await killRounds(join(folder, 'home'), 10, Math.random)
      expect(report).toMatchObject({ lost: [], ledgerHolds: true })
      expect(report.acknowledged).toBeGreaterThanOrEqual(10)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
)
