import { expect, test } from 'vitest'
import { sampleIncident, sampleItem } from './sample-item.ts'
import { actorMeant, circulationActor, crimeActor, sampleOf, sideOf } from './side.ts'

test.each([
  ['attacker', 'attack'],
  ['holder', 'attack'],
  ['unknown', 'attack'],
  [undefined, 'attack'],
  ['defender', 'defence'],
  ['responder', 'defence'],
  ['earlier', null],
] as const)('what %s used is of side %s', (usedBy, side) => {
  expect(sideOf(usedBy)).toBe(side)
})

const claimed = sampleIncident({ presumed_actor: 'G1', actor_basis: 'claim' })

test.each([
  [{ used_by: 'attacker' }, 'G1'],
  [{ used_by: 'holder' }, 'G1'],
  [{ used_by: 'defender' }, null],
  [{ used_by: 'earlier' }, null],
  [{ used_by: 'unknown' }, null],
  [{}, null],
  [{ used_by: 'defender', user_actor: 'QM-army' }, 'QM-army'],
  [{ used_by: 'attacker', user_actor: 'G2' }, 'G2'],
  [{ used_by: 'attacker', user_actor: 'G2', user_basis: 'materiel' }, null],
] as const)('in an attack ascribed to G1, with %j the user meant is %s', (known, actor) => {
  expect(actorMeant(sampleItem(known), claimed)).toBe(actor)
})

test('an actor that only the materiel speaks for is nobody', () => {
  const incident = sampleIncident({ presumed_actor: 'G1', actor_basis: 'materiel' })
  expect(actorMeant(sampleItem({ used_by: 'attacker' }), incident)).toBeNull()
})

test('crimes without an actor and criminal actors are one actor of circulation', () => {
  const crime = sampleIncident({ kind: 'crime' })
  expect(circulationActor(null, crime, ['crime'])).toBe(crimeActor)
  expect(circulationActor({ ref: 'gang', kind: 'criminal' }, claimed, ['crime'])).toBe(crimeActor)
  expect(circulationActor({ ref: 'G1', kind: 'armed-group' }, crime, ['crime'])).toBe('G1')
  expect(circulationActor(null, sampleIncident({ kind: 'crime', presumed_actor: 'G1' }), ['crime'])).toBeNull()
  expect(circulationActor(null, claimed, ['crime'])).toBeNull()
})

test('the mission says which kinds of incident without an actor are the background of crime', () => {
  const seizure = sampleIncident({ kind: 'seizure' })
  expect(circulationActor(null, seizure, ['crime'])).toBeNull()
  expect(circulationActor(null, seizure, ['crime', 'seizure'])).toBe(crimeActor)
  expect(circulationActor(null, sampleIncident({ kind: 'crime' }), ['seizure'])).toBeNull()
})

test('a sample is attributed where an actor is presumed on another basis than materiel, unless the record says otherwise', () => {
  const actor = { presumed_actor: 'G', actor_basis: null, sample: null }
  expect(sampleOf(actor)).toBe('attributed')
  expect(sampleOf({ ...actor, actor_basis: 'materiel' })).toBe('unattributed')
  expect(sampleOf({ ...actor, presumed_actor: null })).toBe('unattributed')
  expect(sampleOf({ ...actor, sample: 'unattributed' })).toBe('unattributed')
})
