/** The entries of a zip file, each opened when it is asked for and held to what a workbook can be. */
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { brokenWorkbook, swollenWorkbook, TableFault } from './fault.ts'

export interface Zip {
  readonly names: ReadonlySet<string>
  /** The unpacked bytes of an entry, piece by piece; null where there is none of that name. */
  read(name: string): Promise<Readable | null>
  close(): void
}

/** A sheet of a million rows and fifty columns unpacks to less. */
const mostUnpacked = 4 * 2 ** 30
/** Tables of repeated values pack fifty to one; what packs more, and much, was made to fill a disk. */
const mostRatio = 300
const smallEnough = 64 * 2 ** 20
const mostEntries = 10_000

export async function openZip(file: string): Promise<Zip> {
  const zip = await opened(file)
  try {
    const entries = await entriesOf(zip)
    const unpacked = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
    const isSwollen = [...entries.values()].some(
      ({ uncompressedSize: size, compressedSize }) =>
        size > smallEnough && size > mostRatio * Math.max(compressedSize, 1),
    )
    if (unpacked > mostUnpacked || isSwollen || zip.entryCount > mostEntries) throw swollenWorkbook(file)
    const openRead = promisify<Entry, Readable>(zip.openReadStream.bind(zip))
    return {
      names: new Set(entries.keys()),
      async read(name) {
        const entry = entries.get(name)
        // Unpacking more than the entry says is an error of the stream.
        return entry === undefined ? null : openRead(entry)
      },
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error instanceof TableFault ? error : brokenOr(file, error)
  }
}

async function opened(file: string): Promise<ZipFile> {
  const open = promisify<string, yauzl.Options, ZipFile>(yauzl.open)
  try {
    return await open(file, { lazyEntries: true, autoClose: false })
  } catch (error) {
    throw brokenOr(file, error)
  }
}

function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      if (entries.size > mostEntries) resolve(entries)
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

/** An error of the zip is a damaged file; one of the file system has a code and stays what it is. */
const brokenOr = (file: string, error: unknown): unknown =>
  error instanceof Error && 'code' in error && 'syscall' in error ? error : brokenWorkbook(file, null)
