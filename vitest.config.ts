import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{core,api,store,server,cli,reference,exercise,tools,fixtures}/**/*.test.ts', 'web/**/*.test.ts'],
    // One database server for the whole run, started by the first test that asks for it.
    globalSetup: 'store/test-server.ts',
    // Two cores: the database is the third process of every store test.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
