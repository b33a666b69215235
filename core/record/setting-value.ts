/** What each setting of the mission may hold. */
import { text } from '../lib/text.ts'
import { refuse, type Refusal } from './doubt.ts'
import type { Value } from './field.ts'
import { isHandling } from './handling.ts'
import { stateServices } from './kinds.ts'
import type { Codes } from './parse-value.ts'

const isCount = (value: string) => /^\d{1,6}$/.test(value)
const isShare = (value: string) => /^(0|1|0?\.\d{1,6})$/.test(value)
const isStateServices = (value: string) =>
  value.split(';').every((part) => (stateServices as readonly string[]).includes(part.trim()))

interface Shape {
  fits(value: string, codes: Codes): boolean
  readonly example: string
}

/** A zone is free: it names areas of the mission's own or codes. */
const shapes: { readonly [setting: string]: Shape } = {
  host_country: { fits: (value, codes) => codes.isCountry(value), example: 'ML' },
  state_services: { fits: isStateServices, example: 'army; gendarmerie; guard; police' },
  default_handling: { fits: isHandling, example: 'confidential' },
  floor: { fits: isCount, example: '30' },
  rare_share: { fits: isShare, example: '0.05' },
  actor_floor: { fits: isCount, example: '10' },
}

/** The refusal of a value that its setting cannot hold; none where it can. */
export function wrongSetting(record: Readonly<Record<string, Value>>, codes: Codes): readonly Refusal[] {
  const shape = shapes[String(record['setting'])]
  if (shape === undefined || shape.fits(String(record['value']), codes)) return []
  return [
    refuse(
      'value',
      text('The setting cannot hold this value.', 'Ce paramètre ne peut prendre cette valeur.'),
      text(`Write a value such as ${shape.example}.`, `Écrivez une valeur comme ${shape.example}.`),
    ),
  ]
}
