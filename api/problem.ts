/** What goes wrong, as RFC 9457 problem+json: a stable type, a status, and what to do, in the reader's language. */
import { z } from 'zod'
import { text, type Text } from '#core/lib/text.ts'

export const problems = {
  'not-signed-in': {
    status: 401,
    title: text('You are not signed in.', "Vous n'êtes pas connecté."),
    remedy: text('Sign in, or send a bearer token.', "Connectez-vous, ou envoyez un jeton d'accès."),
  },
  'not-allowed': {
    status: 403,
    title: text('This account may not do that.', "Ce compte n'y est pas autorisé."),
    remedy: text('Ask an administrator of this mission.', 'Adressez-vous à un administrateur de la mission.'),
  },
  'not-found': {
    status: 404,
    title: text('Nothing here has this reference.', 'Rien ici ne porte cette référence.'),
    remedy: text(
      'Check the reference; for another source write source:REF.',
      'Vérifiez la référence ; pour une autre source, écrivez source:RÉF.',
    ),
  },
  'unknown-area': {
    status: 404,
    title: text('No area is known by this.', 'Aucune zone n’est connue sous ce nom.'),
    remedy: text(
      'Write a code, such as ML or ML-5, or the reference of a recorded area.',
      'Écrivez un code, tel que ML ou ML-5, ou la référence d’une zone enregistrée.',
    ),
  },
  ambiguous: {
    status: 409,
    title: text('Several records have this reference.', 'Plusieurs enregistrements portent cette référence.'),
    remedy: text('Name one of them as source:REF.', "Nommez l'un d'eux sous la forme source:RÉF."),
  },
  'cannot-be-kept': {
    status: 422,
    title: text('It cannot be kept as it is.', 'Il ne peut être conservé tel quel.'),
    remedy: text('Mend the fields named and send it again.', 'Corrigez les champs indiqués et renvoyez.'),
  },
  'not-understood': {
    status: 400,
    title: text('The request is not understood.', "La demande n'est pas comprise."),
    remedy: text('Compare it with /api/openapi.json.', 'Comparez-la à /api/openapi.json.'),
  },
  'too-large': {
    status: 413,
    title: text('It is too large.', 'Elle est trop volumineuse.'),
    remedy: text('Send it in parts, or import a file.', 'Envoyez-la par parties, ou importez un fichier.'),
  },
  'key-used': {
    status: 409,
    title: text('This Idempotency-Key came with another body.', 'Cette Idempotency-Key accompagnait un autre contenu.'),
    remedy: text('Use a new key for a new submission.', 'Utilisez une nouvelle clé pour un nouvel envoi.'),
  },
  changed: {
    status: 409,
    title: text('It says something else since you read it.', 'Le contenu a changé depuis votre lecture.'),
    remedy: text('Nothing was kept. Read it again, then decide.', "Rien n'a été conservé. Relisez-le, puis décidez."),
  },
  'too-many': {
    status: 429,
    title: text('Too many requests.', 'Trop de demandes.'),
    remedy: text('Wait a minute and try again.', 'Attendez une minute et réessayez.'),
  },
  'our-fault': {
    status: 500,
    title: text('Something failed here.', 'Une erreur est survenue ici.'),
    remedy: text(
      'Nothing was lost. Try again; if it stays, tell the administrator.',
      "Rien n'est perdu. Réessayez ; si cela persiste, prévenez l'administrateur.",
    ),
  },
} as const satisfies Record<string, { status: number; title: Text; remedy: Text }>

export type ProblemType = keyof typeof problems

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  remedy: z.string(),
  /** What is wrong with each field. */
  fields: z.array(z.object({ field: z.string(), problem: z.string(), remedy: z.string() })).optional(),
})
export type Problem = z.infer<typeof problemSchema>
