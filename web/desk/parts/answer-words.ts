/** An answer in a word: yes, no, cannot tell; and that it is possible, where it is graded so. */
import type { Words } from '../words/words.ts'

export type AnswerWord = 'yes' | 'no' | 'cannot-tell'

export function answerWords(answer: AnswerWord, grade: string | null, words: Words['answers']): string {
  return grade === 'possible' ? `${words[answer]} (${words.possible})` : words[answer]
}
