/** A signature in words: 7.62x39, Usine 22, 2015. */
import { text, type Text } from '../lib/text.ts'
import type { Class } from '../record/kinds.ts'
import { mannerOfMarks } from './marks-manner.ts'
import { readSignature } from './signature.ts'

const classWords: { readonly [C in Class]: Text } = {
  arm: text('arm', 'arme'),
  'light-weapon': text('light weapon', 'arme légère collective'),
  ammunition: text('ammunition', 'munition'),
  'mortar-round': text('mortar round', 'obus de mortier'),
  rocket: text('rocket', 'roquette'),
  grenade: text('grenade', 'grenade'),
  mine: text('mine', 'mine'),
  explosive: text('explosive', 'explosif'),
  detonator: text('detonator', 'détonateur'),
  'ied-component': text('IED component', "composant d'EEI"),
  vehicle: text('vehicle', 'véhicule'),
  uav: text('drone', 'drone'),
  part: text('part', 'pièce'),
  packaging: text('packaging', 'emballage'),
  other: text('other materiel', 'autre matériel'),
}

export const sayClass = (cls: Class): Text => classWords[cls]

/** Codes read alike whatever they are; these say what they are. */
const partWords: { readonly [part: string]: Text } = {
  lot: text('lot', 'lot'),
  lot_body: text('body lot', 'lot du corps'),
  lot_filling: text('filling lot', 'lot du chargement'),
  lot_fuze: text('fuze lot', 'lot de la fusée'),
  site_code: text('site', 'site'),
  block: text('serials', 'numéros'),
  date_code: text('date code', 'code de date'),
}

/** Its class and what is known of it, by its text. Throws where that is no signature. */
export function saySignature(signature: string): Text {
  const { class: cls, level, parts } = readSignature(signature)
  const said = parts.map(([part, value]): Text => {
    if (level === 'features') return text(`${part} ${value}`, `${part} ${value}`)
    if (level === 'removed') return mannerOf(value)
    const word = partWords[part]
    return word === undefined ? text(value, value) : text(`${word.en} ${value}`, `${word.fr} ${value}`)
  })
  const name = classWords[cls]
  const [en, fr] = [said.map((part) => part.en).join(', '), said.map((part) => part.fr).join(', ')]
  return text(`${name.en} ${en}`, `${name.fr} ${fr}`)
}

function mannerOf(value: string): Text {
  const manner = mannerOfMarks(value)
  return text(`with marks ${manner.en}`, `aux marquages ${manner.fr}`)
}
