/** What people write where the exchange format has a word of a list: in English and French, by what it means. */
import { headerKey } from './header-key.ts'

type Words = ReadonlyMap<string, string>

const words = (lists: { readonly [means: string]: string }): Words =>
  new Map(
    Object.entries(lists).flatMap(([means, list]) =>
      [means, ...list.split('|')].map((one) => [valueKey(one), means] as const),
    ),
  )

/** As names of columns are compared. A name of weapons alone (`arme`, `gun`) says nothing there, and all in a cell. */
const valueKey = (value: string): string => headerKey(value.replace(/\b(arme|weapon|firearm|gun)(s?)\b/gi, '$1x'))

export const incidentKindWords = words({
  attack: 'attaque | attentat | assaut | assault | armed attack | attaque armée | terrorist attack | raid',
  clash: 'affrontement | accrochage | combat | fighting | clashes | armed clash | escarmouche',
  ambush: 'embuscade',
  ied: 'eei | engin explosif improvisé | improvised explosive device | ied attack | attaque eei | ied explosion | explosion eei',
  cache: `cache d'armes | arms cache | weapons cache | cache find | découverte de cache | découverte cache | cache découverte`,
  seizure: 'saisie | confiscation | seized | interception',
  search: 'fouille | perquisition | cordon and search | ratissage',
  surrender: 'reddition | surrendered',
  ddr: 'désarmement | disarmament',
  handover: 'remise | remise volontaire | voluntary handover | hand over | restitution',
  crime: 'homicide | murder | meurtre | robbery | braquage | vol à main armée | armed robbery | banditisme | banditry',
  inspection: 'inspections',
  abandoned: 'abandonné | abandon',
  loss: 'perte | theft from stock | vol de stock',
})

export const classWords = words({
  arm: `small arm | arme légère | arme de poing | arme d'épaule | arme à feu | arme | firearm | weapon | gun | handgun
    | pistol | pistolet | revolver | rifle | assault rifle | fusil | fusil d'assaut | fusil de chasse | carbine | carabine
    | shotgun | submachine gun | sub-machine gun | smg | pistolet mitrailleur | pistolet-mitrailleur | ak | ak-47 | ak47
    | akm | sks | kalachnikov | kalashnikov | hunting rifle | fusil artisanal | craft pistol | pistolet artisanal
    | arme artisanale | craft weapon | home-made shotgun | home-made rifle | machine gun | light machine gun
    | general purpose machine gun | mitrailleuse | mitrailleuse légère | fusil mitrailleur | pistolet automatique
    | self-loading pistol | fusil à pompe | fusil de précision | sniper rifle`,
  'light-weapon': `light weapon | heavy machine gun | mitrailleuse lourde | mortar | mortier | rocket launcher
    | lance-roquettes | lance roquette | rpg-7 launcher | grenade launcher | lance-grenades | manpads
    | recoilless rifle | canon sans recul`,
  ammunition: `munition | munitions | cartridge | cartouche | ammo | round | small arms ammunition | cartridge case
    | cartouche de chasse | étui | douille | case | casing | cases | cartouches | spent case | fired case | étui percuté | balle`,
  'mortar-round': 'mortar round | obus de mortier | mortar bomb | mortar shell | bombe de mortier',
  rocket: 'roquette | rpg rocket | rpg-7 rocket | roquette rpg-7 | pg-7',
  grenade: 'hand grenade | grenade à main | grenade à fusil | rifle grenade',
  mine: 'landmine | land mine | anti-personnel mine | antipersonnel mine | ap mine | at mine | anti-tank mine | mine antipersonnel | mine antichar',
  explosive: 'explosif | explosifs | tnt | dynamite | explosive charge | charge explosive',
  detonator: 'détonateur | detonators | détonateur électrique | electric detonator',
  'ied-component': 'ied component | composant eei | composant ied',
  vehicle: 'véhicule | pickup | pick-up | motorcycle | moto | motocyclette',
  uav: 'drone | drones',
  part: 'magazine | chargeur | barrel | spare part | pièce détachée | weapon part',
  packaging: 'emballage | crate | caisse | ammunition box | caisse à munitions | caisse de munitions',
})

export const stateWords = words({
  live: 'non percuté | unfired | non tiré',
  fired: 'percuté | spent | tiré',
  misfired: 'misfire | raté',
  serviceable: 'yes | y | oui | good | bon état | bon | fonctionnel | functional | en état | en bon état',
  unserviceable: `no | n | non | not serviceable | non serviceable | hors d'usage | hors service | mauvais état
    | non fonctionnel | poor | broken`,
  destroyed: 'détruit',
})

/** States that are no more, by ISO 3166-3, as lists still name them. */
export const formerCountryWords = words({
  SUHH: 'ussr | urss | soviet union | union soviétique',
  YUCS: 'yugoslavia | yougoslavie',
  CSHH: 'czechoslovakia | tchécoslovaquie',
  DDDE: `gdr | ddr | rda | east germany | allemagne de l'est`,
})

/** What a cell means; null where it is none of the words. */
export const meaningOf = (list: Words, value: string): string | null => list.get(valueKey(value)) ?? null
