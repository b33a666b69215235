import { expect, test } from 'vitest'
import { namesAsTyped } from '#core/linking/canonical-names.ts'
import type { Standing } from '#store/knowledge.ts'
import { exclusivityOf } from './exclusivity.ts'

const held = { source: 'default', handling: 'unclassified', level: 0, team: '' } as const
const actor = (ref: string, more: object = {}): Standing<'actor'> => ({
  id: ref,
  ref,
  ...held,
  content: { actor_ref: ref, name: `Name of ${ref}`, kind: 'armed-group', ...more },
})
const lost = (ref: string, more: object): Standing<'stock'> =>
  ({
    id: ref,
    ref,
    ...held,
    content: {
      stock_ref: ref,
      holder: 'G1',
      basis: 'statement',
      coverage: 'partial',
      covers_to: '2018',
      class: 'arm',
      status: 'captured',
      ...more,
    },
  }) as Standing<'stock'>

const all = { level: 3, team: '*' }
const treeOf = (...actors: readonly Standing<'actor'>[]) => exclusivityOf(actors, [], namesAsTyped).at(all).tree

test('a unit stands under the topmost actor that it is part of, by name or alias', () => {
  const tree = treeOf(
    actor('U', { parent_ref: 'Front' }),
    actor('G', { aliases: ['Front'], parent_ref: 'TOP' }),
    actor('TOP'),
  )
  expect(['U', 'G', 'TOP', 'OTHER'].map((one) => tree.top(one))).toEqual(['TOP', 'TOP', 'TOP', 'OTHER'])
  expect(['U', 'G', 'TOP'].map((one) => tree.isUmbrella(one))).toEqual([false, true, true])
})

test('actors that records make part of each other are one, whichever is asked', () => {
  const tree = treeOf(
    actor('A', { parent_ref: 'B' }),
    actor('B', { parent_ref: 'C' }),
    actor('C', { parent_ref: 'B' }),
    actor('D', { parent_ref: 'D' }),
  )
  expect(['A', 'B', 'C'].map((one) => tree.top(one))).toEqual(['B', 'B', 'B'])
  expect(tree.top('D')).toBe('D')
})

test('what an actor lost is named where it is, or may be, of the type', () => {
  const rows = [
    lost('S1', { model: 'R-62', producer: 'Works 9', status_from: '2018-05-20' }),
    lost('S2', { model: 'R-55' }),
    lost('S3', {}),
    lost('S4', { holder: 'Name of G1', model: 'R-62', status: 'held' }),
  ]
  const { partings } = exclusivityOf([actor('G1')], rows, namesAsTyped).at(all)
  const found = partings('arm|year|model=R-62;producer=Works 9;year=2017')
  expect(found.map(({ ref, actor: of }) => [ref, of])).toEqual([
    ['S1', 'G1'],
    ['S3', 'G1'],
  ])
  expect(found[0]?.days).toEqual({ first: '2018-05-20', last: '2018-05-20' })
})

test('a loss that is held more closely ends nothing for those who do not see it', () => {
  const hidden = { ...lost('S1', { model: 'R-62' }), level: 2 }
  const source = exclusivityOf([actor('G1')], [hidden], namesAsTyped)
  const at = (level: number) => source.at({ level, team: '' }).partings('arm|model|model=R-62').length
  expect([at(1), at(2)]).toEqual([0, 1])
})
