/** What a person is told when a command fails: what happened, what is safe, what to do. */
import { text, type Language } from '#core/lib/text.ts'
import { TableFault } from '#server/exchange/read/fault.ts'
import { NotOneRecord } from '#server/reading/reading.ts'
import { codeOf, diskFull, PlaceError } from '#store/place-error.ts'
import { UsageError, type ExitCode } from './command.ts'

export interface Failure {
  readonly exitCode: ExitCode
  readonly says: string
}

export function failureOf(error: unknown, command: string, language: Language, env: NodeJS.ProcessEnv): Failure {
  if (error instanceof UsageError) {
    const help = text(`headstamp ${command} --help shows how.`, `Voir headstamp ${command} --help.`)
    return { exitCode: 2, says: `${error.says[language]} ${help[language]}` }
  }
  if (error instanceof PlaceError) return { exitCode: 1, says: error.inLanguage(language) }
  if (error instanceof TableFault) {
    return { exitCode: 1, says: `${error.file}: ${error.problem[language]} ${error.remedy[language]}` }
  }
  if (error instanceof NotOneRecord) return notOne(error, language)
  if (isDiskFull(error)) return { exitCode: 1, says: diskFull('PostgreSQL', error).inLanguage(language) }
  return { exitCode: 1, says: unforeseen(error, language, env) }
}

function notOne({ problem }: NotOneRecord, language: Language): Failure {
  if (problem.kind === 'not-found') {
    const words = text(
      `Nothing here has the reference "${problem.ref}". For another source write source:REF.`,
      `Rien ici ne porte la référence « ${problem.ref} ». Pour une autre source, écrivez source:RÉF.`,
    )
    return { exitCode: 1, says: words[language] }
  }
  if (problem.kind === 'unknown-area') {
    const words = text(
      `No area is known as "${problem.ref}". Write a code, such as ML or ML-5, or the reference of a recorded area.`,
      `Aucune zone n'est connue sous « ${problem.ref} ». Écrivez un code, tel que ML ou ML-5, ou la référence d'une zone enregistrée.`,
    )
    return { exitCode: 1, says: words[language] }
  }
  const candidates = problem.candidates.map((candidate) => `  ${candidate}`).join('\n')
  const words = text(
    `Several have this reference; name one of them:\n${candidates}`,
    `Plusieurs portent cette référence ; nommez l'un d'eux :\n${candidates}`,
  )
  return { exitCode: 2, says: words[language] }
}

/** disk_full, as PostgreSQL says it. */
const isDiskFull = (error: unknown): boolean => codeOf(error) === '53100' || codeOf(error) === 'ENOSPC'

function unforeseen(error: unknown, language: Language, env: NodeJS.ProcessEnv): string {
  const { name = 'Error', message = String(error), stack = '' } = error instanceof Error ? error : {}
  const words = text(
    `This failed unexpectedly (${name}: ${message}). What was acknowledged is kept. Run it again; if it fails again, run it with HEADSTAMP_DEBUG=1 and report what it prints.`,
    `Échec inattendu (${name} : ${message}). Ce qui a été confirmé est conservé. Relancez ; si l'échec persiste, relancez avec HEADSTAMP_DEBUG=1 et signalez ce qui s'affiche.`,
  )
  return env['HEADSTAMP_DEBUG'] ? `${words[language]}\n${stack}` : words[language]
}
