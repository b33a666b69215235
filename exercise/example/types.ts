/**
 * What is ordinary on the island. Everything here is found with everybody from the first weeks on, so that none of it
 * is rare, new, newer than the embargo or unknown to the national stock. Works, models and codes are invented.
 */
import type { Row } from './row.ts'

export const ak = { class: 'arm', pattern: 'AK', calibre: '7.62x39' } as const

const rifle = (producer: string, producer_country: string, year: string): Row => ({
  ...ak,
  model: 'R-47',
  producer,
  producer_country,
  year,
})

const pistol = {
  class: 'arm',
  model: 'P-12',
  producer: 'Works 7',
  producer_country: 'XN',
  calibre: '9x19',
  year: '2014',
} as const

export const arms = [
  rifle('Works 3', 'XM', '1978'),
  rifle('Works 3', 'XM', '1982'),
  rifle('Works 3', 'XM', '1986'),
  rifle('Works 8', 'XN', '1991'),
  pistol,
] as const

export const machineGun = {
  class: 'light-weapon',
  pattern: 'PK',
  model: 'G-6',
  producer: 'Works 3',
  producer_country: 'XM',
  calibre: '7.62x54R',
  year: '1984',
} as const satisfies Row

/** A cartridge with its headstamp: the works' code at twelve o'clock, the year at six. */
export const cartridge = (calibre: string, works: string, country: string, year: string): Row => ({
  class: 'ammunition',
  calibre,
  producer: `Works ${works}`,
  producer_country: country,
  year,
  marks: `12:W${works}; 6:${year.slice(2)}`,
})

export const rounds = [
  cartridge('7.62x39', '3', 'XM', '1986'),
  cartridge('7.62x39', '3', 'XM', '2007'),
  cartridge('7.62x39', '8', 'XN', '1993'),
  cartridge('7.62x39', '4', 'XM', '1998'),
  cartridge('7.62x54R', '3', 'XM', '1984'),
  cartridge('12.7x108', '6', 'XM', '1988'),
  cartridge('9x19', '7', 'XN', '2013'),
] as const

/** What the States' forces are issued. */
export const issued = [cartridge('7.62x39', '3', 'XM', '2007'), cartridge('7.62x39', '8', 'XN', '1993')] as const

export const bombs = [
  { class: 'mortar-round', calibre: '81 mm', model: 'B-81', producer: 'Works 5', producer_country: 'XN', year: '1989' },
  { class: 'mortar-round', calibre: '60 mm', model: 'B-60', producer: 'Works 5', producer_country: 'XN', year: '1994' },
] as const satisfies readonly Row[]

export const rocket = {
  class: 'rocket',
  calibre: '40 mm',
  model: 'K-7',
  producer: 'Works 5',
  producer_country: 'XN',
  year: '1987',
} as const satisfies Row

export const grenade = {
  class: 'grenade',
  calibre: 'hand',
  model: 'F-2',
  producer: 'Works 5',
  producer_country: 'XN',
  year: '1985',
} as const satisfies Row

export const detonator = {
  class: 'detonator',
  model: 'D-8',
  producer: 'Works 21',
  producer_country: 'XC',
  site_code: 'XC-2',
} as const satisfies Row
