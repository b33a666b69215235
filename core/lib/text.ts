/** A sentence for people, in the languages that the product speaks. */
export interface Text {
  readonly en: string
  readonly fr: string
}

export type Language = keyof Text

export const text = (en: string, fr: string): Text => ({ en, fr })
