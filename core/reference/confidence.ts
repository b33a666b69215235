/** How sure a row of reference is. What is `unverified` proposes and never raises anything. */
export type Confidence = 'verified' | 'probable' | 'unverified'
