/** Reads XML as it streams by: nothing is kept but what its reader keeps, and no entity of the file's own is expanded. */
import type { Readable } from 'node:stream'
import { SaxesParser } from 'saxes'

export interface XmlReader<T> {
  /** Names come without their prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
  /** What has come together since it was last asked. */
  take(): readonly T[]
}

export async function* readXml<T>(bytes: Readable, reader: XmlReader<T>): AsyncGenerator<T> {
  const parser = new SaxesParser()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let fault: Error | null = null
  parser.on('error', (error) => (fault ??= error))
  parser.on('opentag', ({ name, attributes }) => reader.open?.(bare(name), attributes as Record<string, string>))
  parser.on('text', (text) => reader.text?.(text))
  parser.on('cdata', (text) => reader.text?.(text))
  parser.on('closetag', ({ name }) => reader.close?.(bare(name)))
  try {
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(chunk, { stream: true }))
      yield* reader.take()
      if (fault !== null) throw fault as Error
    }
    parser.close()
    yield* reader.take()
    if (fault !== null) throw fault as Error
  } finally {
    bytes.destroy()
  }
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

/** An attribute under whatever prefix: `r:id` and `id` are one. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (name in attributes) return attributes[name]
  const key = Object.keys(attributes).find((one) => bare(one) === name)
  return key === undefined ? undefined : attributes[key]
}
