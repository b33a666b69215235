/**
 * The connection of single submissions, whose time is spent between statements: each is planned once a connection, and
 * several are on their way at the same time.
 */
import { Client, type ClientBase, type ClientConfig, type PoolConfig } from 'pg'

export class PromptClient extends Client {
  constructor(config?: ClientConfig) {
    super(config)
    this.query = named(this.query.bind(this)) as typeof this.query
  }
}

/**
 * A plan is kept as long as the connection lives, made when tables may have been empty: it may never read one whole, and
 * knows no values.
 */
const options = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off'

/** What a pool of them needs; it never ends one that is idle, or its plans would be made again. */
export const promptPool = { Client: PromptClient, pipeline: true, idleTimeoutMillis: 0, options } satisfies PoolConfig

type Query = (...args: unknown[]) => unknown

/** A statement with values gets a name, under which the server keeps its plan. */
const named =
  (query: Query): Query =>
  (text, values, ...rest) =>
    typeof text === 'string' && Array.isArray(values)
      ? query({ name: nameOf(text), text, values }, ...rest)
      : query(text, values, ...rest)

const names = new Map<string, string>()
function nameOf(text: string): string {
  const name = names.get(text) ?? `s${names.size}`
  names.set(text, name)
  return name
}

/**
 * What all of these answer, of which none needs what another reads or writes: under way together where the connection
 * can, else one after the other.
 */
export async function atOnce<const T extends readonly (() => unknown)[]>(
  client: Pick<ClientBase, 'query'>,
  asks: T,
): Promise<{ -readonly [K in keyof T]: Awaited<ReturnType<T[K]>> }> {
  if (client instanceof PromptClient) return together(asks.map((ask) => ask())) as never
  const answers: unknown[] = []
  for (const ask of asks) answers.push(await ask())
  return answers as never
}

/**
 * Whatever one of them throws, the others are waited for, or their statements would run after the rollback. What failed
 * first is thrown: the others may have failed only because the transaction was lost.
 */
export async function together<const T extends readonly unknown[]>(
  running: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const ended = Promise.allSettled(running)
  try {
    return await Promise.all(running)
  } finally {
    await ended
  }
}
