/** How common a signature is in general circulation, so that what one group alone has stays rare. */

/** Incidents read to the signature's level for its class, and those among them that carry it on one side. */
export interface Count {
  readonly read: number
  readonly carried: number
}

/** One actor's counts. Crimes without an actor and criminal actors are one actor: `circulationActor` gives its key. */
export interface ActorCount extends Count {
  readonly actor: string
}

/** The share of incidents that carry it, with its one-sided 95 % bounds. */
export interface Circulation {
  readonly share: number
  /** The incidents that the share is of. */
  readonly n: number
  readonly upper: number
  readonly lower: number
  readonly by: 'median' | 'pooled'
}
