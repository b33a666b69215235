/**
 * What heads a column that feeds a field, in English and French, as mission, police and customs tables have it. A name
 * that could head two things (year, source, type, state, author) stands under neither, or only where the cells decide.
 */
import type { Table } from '../record/kinds.ts'
import { headerKey } from './header-key.ts'

export interface Heading {
  readonly table: Extract<Table, 'incidents' | 'items' | 'stock'>
  readonly field: string
  /** Earlier names say it more plainly than later ones. */
  readonly names: readonly string[]
}

const heading = (table: Heading['table'], field: string, names: string): Heading => ({
  table,
  field,
  names: [...new Set(names.split('|').map((name) => headerKey(name.trim())))],
})

/** What names a thing of either kind of table. */
const classNames = `class | classe | weapon class | item class | item type | item category | weapon category
  | type of item | type of weapon | weapon type | type d'arme | type of materiel | type matériel | nature matériel
  | nature du matériel | catégorie | category | material type | nature de l'objet | type objet | objet | materiel
  | matériel | nature marchandise | désignation | type de munition`
const quantityNames = 'quantity | qty | quantité | qté | qte | nombre | count | nbre | number of items | pieces'
const modelNames = 'model | modèle | weapon model | firearm model | wpn model'
const patternNames = 'pattern | weapon family | famille arme'
const producerNames = `producer | manufacturer | fabricant | mfr | maker | manufacturer name | make | factory | usine
  | constructeur | manufactured by | fabriqué par | made by | producteur | marque`
const calibreNames = 'calibre | caliber | cal | cal mm | wpn calibre'
const yearNames = `year of manufacture | year of production | year made | manufacture year | production year | mfr yr
  | year manufactured | année de fabrication | année fab | an fabrication | année production | millésime
  | date of manufacture | date fabrication | year on headstamp`
const serialNames = `serial | serial number | n° de série | numéro de série | série | ser no | sn | n série | s n`
const lotNames = 'lot | lot number | n° lot | batch | batch number | lot fabrication'

/** On what occasion arms were used or found; the day of use before the day of recovery. */
const occasions = `incident | event | événement | attack | attaque | faits | fait | occurrence | occurred | crime
  | offence | seizure | seized | saisie | recovery | recovered | récupération | find | found | discovery | découverte
  | constat | handover | remise | surrender | surrendered | collection | collected | collecte | relevé`.split('|')

/** A thing with the occasion it belongs to: `incident date`, `lieu de la saisie`, `recovery city`. */
const of = (things: string): string =>
  things
    .split('|')
    .flatMap((thing) => occasions.map((occasion) => `${occasion} ${thing}`))
    .join('|')

const found: readonly Heading[] = [
  heading(
    'incidents',
    'incident_ref',
    `incident ref | incident reference | incident id | incident no | incident code | event id | event no | event ref
    | attack id | attack no | référence incident | id événement | n° événement | réf événement | incident | ied ref
    | ied no | case no | case id | case ref | case reference | case | ob no | ob ref | cr no | n° dossier | réf dossier
    | dossier | n° affaire | affaire | n° parquet | seizure no | seizure id | n° saisie | cache no
    | cache id | n° cache | n° pv | réf pv | pv`,
  ),
  heading(
    'incidents',
    'kind',
    `incident type | incident kind | incident category | event type | type of attack | kind | nature incident
    | nature événement | nature des faits | type des faits | type événement | catégorie incident | type | nature`,
  ),
  heading(
    'incidents',
    'date',
    `${of('date')} | date | ${of('on')} | ${of('day | jour | date time | date heure')}
    | start date | date début | date time | date heure | date occ | start | début`,
  ),
  heading('incidents', 'end_date', 'end date | date fin | end | fin'),
  heading(
    'incidents',
    'country',
    `country | pays | country code | code pays | iso country | iso2 | ${of('country | pays')}`,
  ),
  heading(
    'incidents',
    'admin1',
    'admin1 | adm1 | adm 1 | admin 1 | region | région | governorate | gouvernorat | région administrative | wilaya',
  ),
  heading(
    'incidents',
    'place',
    `place | location | lieu | ${of('place | location | lieu | locality | localité | village | town | city | ville')}
    | localité | locality | village | town | city | ville | town village | ville village | lieu-dit | lieudit | endroit
    | site`,
  ),
  heading('incidents', 'lat', 'lat | latitude | gps lat | gps latitude | lat dd | latitude wgs84 | coord lat'),
  heading(
    'incidents',
    'lon',
    `lon | long | lng | longitude | gps lon | gps long | gps longitude | longitude dd | lon dd | long dd | longitude wgs84
    | coord long | coord lon`,
  ),
  heading(
    'incidents',
    'grid',
    'mgrs | coord mgrs | mgrs grid | grid reference | grid ref | grid | coordonnées mgrs | carroyage',
  ),
  heading(
    'incidents',
    'presumed_actor',
    `presumed actor | presumed perpetrator | presumed perpetrators | suspected group | suspected perpetrator
    | suspected perpetrators | suspected actor | alleged perpetrator | alleged perpetrators | perpetrator group
    | armed group | groupe armé | groupe armé présumé | groupe présumé | groupe suspecté | acteur présumé
    | auteur présumé | auteurs présumés | auteur présumé des faits | attributed to | attribué à | attribution | claimed by
    | revendiqué par | responsible group | groupe responsable`,
  ),
  heading(
    'incidents',
    'summary',
    `summary | incident summary | incident description | event description | event descr | incident descr | narrative
    | résumé | résumé des faits | description des faits | circumstances | circonstances | what happened | synopsis | récit
    | description`,
  ),
  heading('items', 'item_ref', 'item ref | item no | item id | find id | find no | réf objet | n° objet'),
  heading('items', 'class', `${classNames} | type | nature`),
  heading(
    'items',
    'quantity',
    `${quantityNames} | no of cases | no of cartridges | no of rounds | nb étuis | nb douilles`,
  ),
  heading('items', 'model', modelNames),
  heading('items', 'pattern', patternNames),
  heading('items', 'producer', producerNames),
  heading(
    'items',
    'producer_country',
    `country of manufacture | pays de fabrication | country of production | country of mfr | manufacturer country
    | made in | producing country | pays producteur | pays du fabricant | fabriqué en | country of origin
    | pays d'origine`,
  ),
  heading('items', 'calibre', calibreNames),
  heading('items', 'year', yearNames),
  heading('items', 'serial', serialNames),
  heading('items', 'lot', `${lotNames} | det lot | detonator lot | lot détonateur`),
  heading('items', 'marks', 'headstamp | headstamps | headstamp marking | marquage culot | culot'),
  heading(
    'items',
    'state',
    'state | condition | état | état matériel | serviceability | serviceable | is serviceable | item condition',
  ),
  heading(
    'items',
    'tag',
    `tag | tag number | bag number | evidence bag | evidence bag no | seal number | n° scellé | scellé | étiquette
    | n° étiquette | label | label no | exhibit number | exhibit | exhibit no | evidence number | evidence no
    | n° pièce à conviction`,
  ),
  heading('items', 'find_spot', 'find spot | firing position | firing point | position de tir | point de tir'),
  heading(
    'items',
    'where_now',
    `current location | where now | storage location | stored at | lieu de stockage | lieu de dépôt | lieu d'entreposage
    | lieu actuel | lieu conservation | lieu de garde | entreposé | entreposée | held at | kept at | place of storage | stockage | présent lieu`,
  ),
  heading(
    'items',
    'exported_on',
    'exported on | exporté le | export date | date of export | date exportation | date export',
  ),
  heading('items', 'export_to', 'exported to | consignee | exporté vers | destinataire export'),
  heading(
    'items',
    'note',
    `remarks | remark | remarques | remarque | observations | observation | obs | notes | note | comments | comment
    | commentaires | commentaire`,
  ),
]

/** A list of what a holder has says so by these; the rest it has in common with finds. */
const held: readonly Heading[] = [
  heading(
    'stock',
    'holder',
    `holder | stock holder | holding unit | holding service | détenteur | corps détenteur | unité détentrice
    | service détenteur`,
  ),
  heading(
    'stock',
    'covers_to',
    `date of stocktake | stocktake date | stock date | date of inventory | inventory date | date inventaire
    | date de l'inventaire | date du recensement | stock take date | situation arrêtée au | stock as at | situation au | date of stock list`,
  ),
  heading('stock', 'class', `${classNames} | type | nature`),
  heading('stock', 'model', `${modelNames} | item description | description`),
  heading('stock', 'pattern', patternNames),
  heading('stock', 'producer', producerNames),
  heading('stock', 'calibre', calibreNames),
  heading('stock', 'year', yearNames),
  heading('stock', 'serial', serialNames),
  heading('stock', 'lot', lotNames),
  heading(
    'stock',
    'quantity',
    `qty on charge | qty on hand | existant | stock existant | quantity held | qty held | quantity in stock | qty in stock | stock physique | quantité détenue
    | quantité en stock | balance | ${quantityNames}`,
  ),
]

export const headings: readonly Heading[] = [...found, ...held]

/** What the name of a date says of the incident itself: its kind, and which of its days the date is. */
export const datedBy: { readonly [word: string]: { readonly kind?: string; readonly dateKind?: string } } = {
  attack: { kind: 'attack', dateKind: 'use' },
  attaque: { kind: 'attack', dateKind: 'use' },
  seizure: { kind: 'seizure', dateKind: 'seizure' },
  seized: { kind: 'seizure', dateKind: 'seizure' },
  saisie: { kind: 'seizure', dateKind: 'seizure' },
  crime: { kind: 'crime' },
  handover: { kind: 'handover', dateKind: 'recovery' },
  remise: { kind: 'handover', dateKind: 'recovery' },
  recovery: { dateKind: 'recovery' },
  recovered: { dateKind: 'recovery' },
  recuperation: { dateKind: 'recovery' },
  surrender: { kind: 'surrender', dateKind: 'recovery' },
  surrendered: { kind: 'surrender', dateKind: 'recovery' },
  collected: { dateKind: 'recovery' },
  collection: { dateKind: 'recovery' },
  collecte: { dateKind: 'recovery' },
  releve: { dateKind: 'recovery' },
  found: { dateKind: 'recovery' },
  find: { dateKind: 'recovery' },
  discovery: { dateKind: 'recovery' },
  decouverte: { dateKind: 'recovery' },
}
