/** What the desk says about baseline studies, in both languages. */
import type { Language } from '#core/lib/text.ts'

export interface StudyWords {
  readonly title: string
  readonly lead: string
  readonly study: string
  /** In the main menu. */
  readonly menu: string
  /** Reference, study, where, what, found, when, how sure, doubts, handling. */
  readonly columns: readonly [string, string, string, string, string, string, string, string, string]
  readonly end: (n: number) => string
  readonly noneSuch: string
  readonly none: string
  readonly noneSays: string
  readonly make: string
  readonly makeLead: string
  readonly keep: string
  readonly which: string
  readonly lookedFor: string
  readonly found: string
  readonly studyHint: string
  readonly countryHint: string
  readonly areaHint: string
  readonly basisHint: string
  readonly sampleHint: string
  readonly seenHint: string
  readonly saysHint: string
}

const en: StudyWords = {
  title: 'Baseline studies',
  menu: 'Studies',
  lead: 'What studies found to circulate: where, when, in how large a sample; the last recorded first.',
  study: 'Study',
  columns: ['Row', 'Study', 'Where', 'Looked for', 'Found', 'Sample taken', 'How sure', 'Doubts', 'Handling'],
  end: (n) => (n === 1 ? '1 row; this is all.' : `${n.toLocaleString('en')} rows; these are all.`),
  noneSuch: 'No row of a study is like that.',
  none: 'No baseline study is recorded yet.',
  noneSays:
    'A baseline study says what is common in a country: so many of a kind, in so large a sample, then. With one, what is common there raises no finding, and what was seen before is not new. Write down its rows here, or import them as the table “baselines” of the exchange format.',
  make: 'New row of a study',
  makeLead: 'One row for each kind of materiel that the study looked for, also for what it did not see.',
  keep: 'Keep the row',
  which: 'Which study',
  lookedFor: 'What it looked for',
  found: 'What it found',
  studyHint: 'The same name in each of its rows.',
  countryHint: 'Two letters.',
  areaHint: 'If it looked at a part of the country: a region’s code, or an area’s reference.',
  basisHint: 'Where and how it looked, such as six markets.',
  sampleHint: 'How many it looked at.',
  seenHint: '0 where it looked for this and saw none.',
  saysHint: 'The study’s own judgement, not yours.',
}

const fr: StudyWords = {
  title: 'Études de référence',
  menu: 'Études',
  lead: 'Ce que des études ont vu circuler : où, quand, dans quel échantillon ; la dernière enregistrée d’abord.',
  study: 'Étude',
  columns: ['Ligne', 'Étude', 'Où', 'Recherché', 'Trouvé', 'Échantillon pris', 'Sûreté', 'Doutes', 'Diffusion'],
  end: (n) => `${n.toLocaleString('fr')} ${n < 2 ? 'ligne' : 'lignes'} en tout.`,
  noneSuch: 'Aucune ligne d’étude ne correspond.',
  none: 'Aucune étude de référence n’est encore enregistrée.',
  noneSays:
    'Une étude de référence dit ce qui est courant dans un pays : tant d’objets d’un type, dans tel échantillon, à telle date. Avec elle, ce qui y est courant ne donne plus de constat, et ce qui y a déjà été vu n’est pas nouveau. Saisissez ses lignes ici, ou importez-les comme tableau « baselines » du format d’échange.',
  make: 'Nouvelle ligne d’étude',
  makeLead: 'Une ligne pour chaque type de matériel que l’étude a recherché, même non vu.',
  keep: 'Enregistrer la ligne',
  which: 'Quelle étude',
  lookedFor: 'Ce qu’elle a recherché',
  found: 'Ce qu’elle a trouvé',
  studyHint: 'Le même nom dans chacune de ses lignes.',
  countryHint: 'Deux lettres.',
  areaHint: 'Si elle n’a couvert qu’une partie du pays : le code d’une région ou la référence d’une zone.',
  basisHint: 'Où et comment elle a cherché, par exemple six marchés.',
  sampleHint: 'Combien elle en a examiné.',
  seenHint: '0 si elle l’a recherché sans en voir.',
  saysHint: 'Le jugement de l’étude, non le vôtre.',
}

export const studyWords: { readonly [L in Language]: StudyWords } = { en, fr }
