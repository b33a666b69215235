/** The desk's files as browsers load them: built from its sources where they are missing or older than these. */
import { createReadStream, createWriteStream, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { constants as zlib, createBrotliCompress, createGzip } from 'node:zlib'
import { text } from '#core/lib/text.ts'
import { codeOf, PlaceError } from '#store/place-error.ts'

/** Parts whose code goes into the bundle, and the packages' versions. */
const sources = ['web/desk', 'api', 'core', 'package-lock.json'] as const
const ignored = new Set(['dist', 'node_modules'])

/**
 * The folder with the built files; null where this installation has no desk. `root` is the checkout. Any number of
 * processes may call this at once.
 */
export async function deskBundle(root: string, onBuild: () => void): Promise<string | null> {
  const desk = join(root, 'web', 'desk')
  const dist = join(desk, 'dist')
  if (!existsSync(join(desk, 'index.html'))) return existsSync(join(dist, 'index.html')) ? dist : null
  const built = statSync(join(dist, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (sources.every((source) => newest(join(root, source)) <= built)) return dist
  onBuild()
  await build(desk, dist)
  return dist
}

/** When the newest file in it was changed. */
function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !ignored.has(name) && !/^dist-|\.test\.tsx?$/.test(name))
    .reduce((latest, { name }) => Math.max(latest, newest(join(path, name))), 0)
}

async function build(desk: string, dist: string): Promise<void> {
  const draft = `${dist}-${process.pid}`
  const given = process.env['NODE_ENV']
  try {
    // Whatever it says, as in a test run: pages made for developing are half as fast and a third larger.
    process.env['NODE_ENV'] = 'production'
    const vite = await import('vite')
    await vite.build({ root: desk, logLevel: 'silent', build: { outDir: draft, emptyOutDir: true } })
    await compress(draft)
    replace(dist, draft)
  } catch (error) {
    throw new PlaceError({
      kind: codeOf(error) === 'ENOSPC' ? 'disk-full' : 'not-writable',
      place: dist,
      problem: text(
        `The desk's pages could not be built (${firstLine(error)})`,
        `Les pages du bureau n'ont pas pu être construites (${firstLine(error)})`,
      ),
      remedy: text(
        'Give this user the folder, or run it once as its owner. No data was touched.',
        "Donnez ce dossier à cet utilisateur, ou lancez-le une fois en tant que propriétaire. Aucune donnée n'a été touchée.",
      ),
      cause: error,
    })
  } finally {
    if (given === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = given
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Once, beside each file of text: what browsers ask for is sent as it lies there. */
async function compress(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => /\.(m?js|css|html|svg)$/.test(name))) {
    const path = join(folder, file)
    const params = { [zlib.BROTLI_PARAM_QUALITY]: quality }
    await pipeline(createReadStream(path), createBrotliCompress({ params }), createWriteStream(`${path}.br`))
    await pipeline(createReadStream(path), createGzip(), createWriteStream(`${path}.gz`))
  }
}

/** A tenth of the time that the best takes, for a twelfth more. */
const quality = 9

/** Whoever reads meanwhile finds the old folder or the new one, but for an instant. */
function replace(dist: string, draft: string): void {
  const old = `${draft}-old`
  if (existsSync(dist)) renameSync(dist, old)
  try {
    renameSync(draft, dist)
  } catch (error) {
    // Another process was quicker, with the same files.
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(old, { recursive: true, force: true })
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
