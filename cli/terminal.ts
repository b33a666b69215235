/** What a command knows of the person who typed it: language, folder, and where its words go. */
import { fileURLToPath } from 'node:url'
import { resolve } from 'node:path'
import type { Language, Text } from '#core/lib/text.ts'

export interface Terminal {
  readonly language: Language
  /** Where relative paths resolve. */
  readonly folder: string
  /** The checkout: where the launcher lies. */
  readonly root: string
  readonly env: NodeJS.ProcessEnv
  /** A line on standard output. */
  out(line: string): void
  /** A line on standard error. */
  tell(line: string): void
  /** Rewrites one line of standard error, where that is a terminal. Null clears it. */
  progress(line: string | null): void
  /** Asks yes or no; null where nobody is there to answer. */
  confirm(question: string): Promise<boolean | null>
}

export const say = ({ language }: Terminal, words: Text): string => words[language]

/** `fr` of the first of these that is set, as programs take their language from the environment. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  const chosen = ['HEADSTAMP_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => env[name]).find(Boolean) ?? ''
  return /^fr(?![a-z])/i.test(chosen) ? 'fr' : 'en'
}

export function systemTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process
  const root = resolve(fileURLToPath(import.meta.url), '..', '..')
  let shown = false
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K')
    shown = false
  }
  return {
    language: languageOf(env),
    folder: folderOf(env, root),
    root,
    env,
    out(line) {
      clear()
      stdout.write(`${line}\n`)
    },
    tell(line) {
      clear()
      stderr.write(`${line}\n`)
    },
    progress(line) {
      if (!stderr.isTTY) return
      clear()
      if (line === null) return
      stderr.write(line.slice(0, (stderr.columns || 80) - 1))
      shown = true
    },
    async confirm(question) {
      if (!stdin.isTTY || !stderr.isTTY) return null
      clear()
      const { createInterface } = await import('node:readline/promises')
      const asking = createInterface({ input: stdin, output: stderr })
      try {
        return /^(y|yes|o|oui)$/i.test((await asking.question(`${question} `)).trim())
      } finally {
        asking.close()
      }
    },
  }
}

/** npm changes into the package's folder before it runs a script, and says where it was typed. */
function folderOf(env: NodeJS.ProcessEnv, root: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: typedIn } = env
  const byNpm = (script === 'headstamp' || script === 'start') && process.cwd() === root
  return byNpm && typedIn ? typedIn : process.cwd()
}
