// The lines are PostgreSQL 18's own, each from a server that failed this way.

import { expect, test } from 'vitest'
import { explainFailure, isTakenAlready } from './server-failure.ts'

const diskFull = `2026-11-24 04:08:05.483 UTC [13784] LOG:  redo done at 0/1FFF888
2026-11-24 04:08:05.492 UTC [13784] FATAL:  could not write to file "pg_wal/xlogtemp.13784": No space left on device
2026-11-24 04:08:05.496 UTC [13778] LOG:  shutting down due to startup process failure`

const portTaken = `2026-11-24 04:05:40.001 UTC [99] LOG:  could not bind IPv4 address "127.0.0.1": Address already in use
2026-11-24 04:05:40.001 UTC [99] WARNING:  could not create listen socket for "127.0.0.1"
2026-11-24 04:05:40.001 UTC [99] FATAL:  could not create any TCP/IP sockets`

test('a full disk is called a full disk, at start and in the making', () => {
  expect(explainFailure(diskFull, '/home/postgres')).toMatchObject({ kind: 'disk-full', place: '/home/postgres' })
  const inTheMaking = 'initdb: error: could not write to file "/home/draft/data/PG_VERSION": No space left on device'
  expect(explainFailure(inTheMaking, '/home/postgres').kind).toBe('disk-full')
})

test('the sentence carries the fatal line and the line that gives its reason', () => {
  const { kind, message } = explainFailure(portTaken, '127.0.0.1:5432')
  expect(kind).toBe('port-taken')
  expect(message).toBe(
    'The database server did not start (LOG:  could not bind IPv4 address "127.0.0.1": Address already in use; ' +
      'FATAL:  could not create any TCP/IP sockets): 127.0.0.1:5432. ' +
      'Stop the program that has this port, or choose another port.',
  )
})

test('what nobody foresaw is passed on word for word', () => {
  const { kind, message } = explainFailure('FATAL:  the moon is full', '/home/postgres')
  expect(kind).toBe('server-failed')
  expect(message).toContain('FATAL:  the moon is full')
  expect(explainFailure('', '/home/postgres').message).toContain('no output')
})

test('a server that another process has started is no failure', () => {
  expect(isTakenAlready('[1] FATAL:  lock file "postmaster.pid" already exists')).toBe(true)
  expect(isTakenAlready('[1] FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use')).toBe(true)
  expect(isTakenAlready(portTaken)).toBe(false)
})
