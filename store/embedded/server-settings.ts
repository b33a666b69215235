// The server's settings: for one machine that also runs Headstamp itself, from a laptop to two cores and 24 GiB.
//
// A person's own stand in `postgresql.user.conf` in the home and win, except over where the server listens.

import { totalmem } from 'node:os'

export type Settings = Readonly<Record<string, string>>

/** Bytes that this process may use: the machine's, or less in a container. */
export function memoryBytes(): number {
  const allowed = process.constrainedMemory()
  return allowed > 0 ? Math.min(allowed, totalmem()) : totalmem()
}

/** `memory`: bytes. `changes` win over what stands here. */
export function settingsFor(memory: number, changes: Settings = {}): Settings {
  const megabytes = (share: number, least: number, most: number): string =>
    `${Math.round(Math.min(Math.max((memory * share) / 2 ** 20, least), most))}MB`
  return {
    shared_buffers: megabytes(1 / 8, 128, 4096),
    effective_cache_size: megabytes(1 / 2, 256, 65_536),
    maintenance_work_mem: megabytes(1 / 48, 64, 1024),
    work_mem: megabytes(1 / 768, 8, 64),
    max_connections: '100',

    // What was acknowledged is on the disk, whole, after any crash.
    synchronous_commit: 'on',
    full_page_writes: 'on',
    fsync: 'on',
    // macOS answers a plain fsync from the disk's own cache.
    ...(process.platform === 'darwin' && { wal_sync_method: 'fsync_writethrough' }),

    // No replica or archive hangs on the embedded server (the ledger is the backup): a rebuild then logs less.
    wal_level: 'minimal',
    max_wal_senders: '0',
    // This build knows only pglz: tried, it costs two in five of the small commits and half the speed of an import.
    wal_compression: 'off',
    wal_buffers: '32MB',
    max_wal_size: '4GB',
    min_wal_size: '256MB',
    checkpoint_timeout: '15min',
    checkpoint_completion_target: '0.9',

    random_page_cost: '1.1',
    jit: 'off',
    // A client that was killed in the middle of a long query is noticed.
    client_connection_check_interval: '10s',

    timezone: "'UTC'",
    datestyle: "'iso, ymd'",
    lc_messages: "'C'",
    default_text_search_config: "'pg_catalog.simple'",
    cluster_name: "'headstamp'",

    // Texts of failed statements and their details hold bodies and passwords: they go to the caller, never to a log.
    log_timezone: "'UTC'",
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...changes,
  }
}

/** The text of `postgresql.conf`. */
export function formatSettings(settings: Settings): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`)
  return [
    '# Written anew at each start. Your own settings go into postgresql.user.conf in the home, and win.',
    ...lines,
    `include_if_exists '${userSettingsFile}'`,
    '',
  ].join('\n')
}

export const userSettingsFile = 'postgresql.user.conf'
