import { expect, test } from 'vitest'
import { text } from '#core/lib/text.ts'
import { sampleFinding } from '../../parts/sample-finding.ts'
import { groupFindings, itemsOfLine } from './group-findings.ts'

const item = (id: string, incident: string | null, says = 'Made in 2015.') =>
  sampleFinding({
    id,
    subject: { kind: 'item', ref: id },
    items: [id],
    incidents: incident === null ? [] : [incident],
    says: text(says, says),
  })
const signature = (id: string, ref: string, side: 'attack' | 'defence' | null = null) =>
  sampleFinding({ id, rule: 'same-signature', subject: { kind: 'signature', ref }, side, items: [], incidents: [] })

test('findings are grouped by incident and by signature, each where its newest stands', () => {
  const groups = groupFindings([
    item('i4', 'B'),
    signature('s1', 'arm|model|model=AKM'),
    item('i3', 'A'),
    item('i2', 'B'),
  ])
  expect(groups.map(({ about }) => about.ref)).toEqual(['B', 'arm|model|model=AKM', 'A'])
  expect(groups[0]?.lines.flatMap(({ findings }) => findings.map(({ id }) => id))).toEqual(['i4', 'i2'])
})

test('what is said alike of several items is one line that names them all', () => {
  const [group] = groupFindings([item('i1', 'A'), item('i2', 'A', 'Made in 2014.'), item('i3', 'A')])
  expect(group?.lines.map(itemsOfLine)).toEqual([['i1', 'i3'], ['i2']])
})

test('the two sides of a signature stay two lines of one group', () => {
  const [group, ...others] = groupFindings([signature('s1', 'x', 'attack'), signature('s2', 'x', 'defence')])
  expect(others).toEqual([])
  expect(group?.lines).toHaveLength(2)
})

test('items without a known incident stand together', () => {
  const groups = groupFindings([item('i1', null), item('i2', null)])
  expect(groups.map(({ about }) => about)).toEqual([{ kind: 'incident', ref: null }])
})
