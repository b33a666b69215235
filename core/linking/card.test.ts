/** The worked cases of the card of links and signatures: what it says is what the code does. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { namesAsTyped } from './canonical-names.ts'
import type { ItemFacts } from './facts.ts'
import { linksOf, type LinkInput } from './link.ts'
import { signaturesOf } from './signature.ts'

const card = readFileSync(new URL('../../docs/rules/links.md', import.meta.url), 'utf8')

const blocksOf = (word: string): readonly unknown[] =>
  Array.from(
    card.matchAll(new RegExp(`^\`\`\`json ${word}\\n(.*?)^\`\`\``, 'gms')),
    ([, json]) => JSON.parse(json ?? '') as unknown,
  )

interface SignatureCase {
  readonly case: string
  readonly item: ItemFacts
  readonly signatures: readonly string[]
}

test.each((blocksOf('signatures') as SignatureCase[][]).flat())('$case', ({ item, signatures }) => {
  expect(signaturesOf(item, namesAsTyped).map(({ text }) => text)).toEqual(signatures)
})

interface ReasonCase {
  readonly signature: string
  readonly weight: number
  readonly counts: boolean
  readonly en: string
}

interface LinkCase extends Partial<LinkInput> {
  readonly case: string
  readonly others: LinkInput['others']
  readonly links: readonly {
    readonly incident: string
    readonly weight: number
    readonly possiblyOneEvent: boolean
    readonly reasons: readonly ReasonCase[]
  }[]
}

const [defaults] = blocksOf('defaults') as LinkInput[]

test.each(blocksOf('case') as LinkCase[])('$case', ({ links, ...input }) => {
  const found = linksOf({ ...(defaults as LinkInput), ...input })
  expect(
    found.map(({ incident, weight, possiblyOneEvent, reasons }) => ({
      incident: incident.ref,
      weight,
      possiblyOneEvent,
      reasons: reasons.map((reason) => ({
        signature: reason.signature,
        weight: reason.weight,
        counts: reason.counts,
        en: reason.says.en,
      })),
    })),
  ).toEqual(links)
})
