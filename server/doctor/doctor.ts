/** Looks whether this installation can do its work, and says what to do where it cannot. Nothing recorded is touched. */
import { text } from '#core/lib/text.ts'
import { openHome } from '#store/home.ts'
import { checkDatabase, stopped } from './check-database.ts'
import { checkHome } from './check-home.ts'
import { ill, well, type Check } from './check.ts'

export interface Patient {
  /** The home's folder. */
  readonly home: string
  readonly databaseUrl?: string | undefined
  readonly now?: () => number
}

export async function examine({ home: path, databaseUrl, now = Date.now }: Patient): Promise<readonly Check[]> {
  const checks: Check[] = [checkNode()]
  try {
    const home = openHome(path)
    checks.push(...checkHome(home, now()))
    try {
      checks.push(...(await checkDatabase(home, databaseUrl, now)))
    } catch (error) {
      checks.push(stopped('database', error))
    }
  } catch (error) {
    checks.push(stopped('home', error))
  }
  return checks
}

const leastNode = 24

function checkNode(): Check {
  const { node } = process.versions
  const found = text(`Node ${node}`, `Node ${node}`)
  if (Number(node.split('.')[0]) >= leastNode) return well('node', found)
  return ill('node', found, text('Run ./headstamp, which brings its own.', 'Lancez ./headstamp, qui apporte le sien.'))
}
