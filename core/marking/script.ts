/** The scripts that a mark is written in. A mark in two scripts was often typed on two keyboards. */
export const scripts = ['latin', 'cyrillic', 'greek', 'arabic', 'han', 'other'] as const
export type Script = (typeof scripts)[number]

const shapes: readonly (readonly [Script, RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['han', /\p{Script=Han}/u],
]

/** The scripts of the letters as read, in the order of `scripts`; digits, signs and `{symbols}` have none. */
export function scriptsOf(text: string): readonly Script[] {
  const found = new Set<Script>()
  for (const letter of text.replace(/\{[^{}]*\}/g, '').match(/\p{L}/gu) ?? []) {
    found.add(shapes.find(([, shape]) => shape.test(letter))?.[0] ?? 'other')
  }
  return scripts.filter((script) => found.has(script))
}
