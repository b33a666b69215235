/** On which side an item was used, and who is meant as its user. */
import type { Incident, Opinion } from '../record/kinds.ts'
import type { ActorFacts, IncidentFacts, ItemFacts } from './facts.ts'

export type Side = 'attack' | 'defence'
type UsedBy = ItemFacts['used_by']

/** An unknown user counts with the attack, and reasons say so; what lay there before has no side and links nothing. */
export function sideOf(usedBy: UsedBy): Side | null {
  switch (usedBy) {
    case 'defender':
    case 'responder':
      return 'defence'
    case 'earlier':
      return null
    default:
      return 'attack'
  }
}

export const isUserUnknown = (usedBy: UsedBy): boolean => usedBy === undefined || usedBy === 'unknown'

type Presumed = Pick<IncidentFacts, 'presumed_actor' | 'actor_basis'>

/** Whom the incident is ascribed to; nobody where only its materiel says so, or the argument would be circular. */
export function presumedActor({ presumed_actor: actor, actor_basis: basis }: Presumed): string | null {
  return actor === undefined || basis === 'materiel' ? null : actor
}

interface Sampled {
  readonly sample: Incident['sample'] | null
  readonly presumed_actor: string | null
  readonly actor_basis: Opinion['actor_basis'] | null
}

/** Whether its materiel tells of a known user: as the record says, else by whether one is presumed. */
export const sampleOf = ({ sample, presumed_actor: actor, actor_basis: basis }: Sampled) =>
  sample ?? (actor === null || basis === 'materiel' ? 'unattributed' : 'attributed')

/**
 * Who is meant as the item's user: its own actor, else its incident's where the item was an attacker's or a holder's.
 * An own actor on basis `materiel` is nobody, and does not let the incident's in.
 */
export function actorMeant(
  item: Pick<ItemFacts, 'used_by' | 'user_actor' | 'user_basis'>,
  incident: Presumed | null,
): string | null {
  if (item.user_actor !== undefined) return item.user_basis === 'materiel' ? null : item.user_actor
  const presumed = item.used_by === 'attacker' || item.used_by === 'holder'
  return presumed && incident !== null ? presumedActor(incident) : null
}

/** The one actor that the background of crime and actors of kind criminal make. No reference begins with a colon. */
export const crimeActor = ':crime'

/**
 * Under which key an incident, or an item in it, is counted for general circulation: the actor's reference, `:crime`,
 * or null where nobody is counted. `actor` is the incident's presumed actor for what was read, and whom `actorMeant`
 * names for what was carried. `crimeKinds` is the setting `crime_kinds`: an incident of these kinds without an actor is
 * the background of crime.
 */
export function circulationActor(
  actor: Pick<ActorFacts, 'ref' | 'kind'> | null,
  incident: Presumed & Pick<IncidentFacts, 'kind'>,
  crimeKinds: readonly string[],
): string | null {
  if (actor !== null) return actor.kind === 'criminal' ? crimeActor : actor.ref
  return crimeKinds.includes(incident.kind) && presumedActor(incident) === null ? crimeActor : null
}
