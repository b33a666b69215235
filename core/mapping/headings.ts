/**
 * What heads a column that feeds a field, in English and French, as mission, police and customs tables have it. A name
 * that could head two things (year, source, type, state, author) stands under neither, or only where the cells decide.
 */
import { headerKey } from './header-key.ts'

export interface Heading {
  readonly table: 'incidents' | 'items'
  readonly field: string
  /** Earlier names say it more plainly than later ones. */
  readonly names: readonly string[]
}

const heading = (table: Heading['table'], field: string, names: string): Heading => ({
  table,
  field,
  names: [...new Set(names.split('|').map((name) => headerKey(name.trim())))],
})

export const headings: readonly Heading[] = [
  heading(
    'incidents',
    'incident_ref',
    `incident ref | incident reference | incident id | incident no | incident code | event id | event no | event ref
    | attack id | attack no | id incident | référence incident | id événement | n° événement | réf événement | incident
    | case no | case id | case ref | case reference | case | n° dossier | réf dossier | dossier | n° affaire | affaire
    | seizure no | seizure id | n° saisie | cache no | cache id | n° cache`,
  ),
  heading(
    'incidents',
    'kind',
    `incident type | incident kind | incident category | event type | type of attack | kind | nature incident
    | nature événement | nature des faits | type des faits | type incident | type événement | catégorie incident
    | type | nature`,
  ),
  heading(
    'incidents',
    'date',
    `incident date | event date | attack date | date of attack | date incident | date événement | date attaque | date
    | date des faits | date fait | seizure date | date seized | date of seizure | date saisie | crime date | offence date
    | recovery date | date recovered | date of recovery | date récupération | date found | find date | discovery date
    | date découverte | date of find | date collected | collection date | date collecte | date remise | handover date
    | start date | date start | date début | date time | date heure | occurrence date | date of occurrence
    | date of incident | date of discovery`,
  ),
  heading('incidents', 'end_date', 'end date | date end | date fin'),
  heading(
    'incidents',
    'country',
    `country | pays | country code | code pays | country of incident | pays incident | country of seizure | pays saisie
    | pays de découverte | country of recovery | iso country | iso2`,
  ),
  heading(
    'incidents',
    'admin1',
    'admin1 | adm1 | adm 1 | admin 1 | region | région | governorate | gouvernorat | région administrative | wilaya',
  ),
  heading(
    'incidents',
    'place',
    `place | location | lieu | incident location | place of incident | lieu incident | lieu de l'attaque
    | attack location | lieu saisie | place of seizure | seizure location | location of seizure | lieu découverte
    | lieu de la découverte | place of recovery | recovery location | location found | place found | find location
    | lieu des faits | localité | locality | village | town | city | ville | town village | village town | ville village
    | lieu-dit | lieudit | endroit | site`,
  ),
  heading(
    'incidents',
    'lat',
    'lat | latitude | gps lat | gps latitude | latitude dd | lat dd | latitude wgs84 | coord lat',
  ),
  heading(
    'incidents',
    'lon',
    'lon | long | lng | longitude | gps lon | gps long | gps longitude | longitude dd | lon dd | longitude wgs84 | coord long | coord lon',
  ),
  heading(
    'incidents',
    'grid',
    'mgrs | mgrs grid | grid reference | grid ref | grid mgrs | coordonnées mgrs | carroyage',
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
    `summary | incident summary | incident description | description of incident | narrative | résumé | résumé des faits
    | description des faits | description incident | circumstances | circonstances | synopsis | récit | description`,
  ),
  heading(
    'items',
    'class',
    `class | classe | weapon class | item class | item type | item category | type of item | type of weapon | weapon type
    | type d'arme | type of materiel | type matériel | nature matériel | nature du matériel | catégorie | category
    | material type | nature de l'objet | type objet | type d'objet | objet | materiel | matériel | désignation
    | designation | type de munition | type | nature`,
  ),
  heading(
    'items',
    'quantity',
    'quantity | qty | quantité | qté | qte | nombre | count | nbre | number of items | pieces',
  ),
  heading('items', 'model', 'model | modèle | weapon model | firearm model'),
  heading('items', 'pattern', 'pattern | weapon family | famille arme'),
  heading(
    'items',
    'producer',
    `producer | manufacturer | fabricant | maker | manufacturer name | make | factory | usine | constructeur
    | manufactured by | fabriqué par | made by | producteur | marque`,
  ),
  heading(
    'items',
    'producer_country',
    `country of manufacture | pays de fabrication | country of production | manufacturer country | made in
    | producing country | pays producteur | pays du fabricant | pays fabricant | fabriqué en`,
  ),
  heading('items', 'calibre', 'calibre | caliber | cal | cal mm | calibre mm'),
  heading(
    'items',
    'year',
    `year of manufacture | year of production | year made | manufacture year | production year | year manufactured
    | année de fabrication | année fab | an fabrication | année production | millésime | date of manufacture
    | date fabrication | year on headstamp`,
  ),
  heading(
    'items',
    'serial',
    `serial | serial number | n° de série | numéro de série | serial no | série | sn | ser no | s n | n série
    | serial number firearm | n° série arme`,
  ),
  heading('items', 'lot', 'lot | lot number | n° lot | lot no | batch | batch number | batch no | lot fabrication'),
  heading(
    'items',
    'tag',
    `tag | tag number | bag number | evidence bag | evidence bag no | seal number | n° scellé | scellé | étiquette
    | n° étiquette | label | label no | exhibit number | exhibit | exhibit no | evidence number | evidence no
    | n° pièce à conviction`,
  ),
  heading(
    'items',
    'where_now',
    `current location | where now | storage location | stored at | lieu de stockage | lieu de dépôt | lieu d'entreposage
    | lieu actuel | lieu conservation | held at | place of storage | stockage | présent lieu`,
  ),
  heading(
    'items',
    'note',
    'remarks | remark | remarques | remarque | observations | observation | obs | notes | note | comments | comment | commentaires | commentaire',
  ),
]

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
  collected: { dateKind: 'recovery' },
  collecte: { dateKind: 'recovery' },
  found: { dateKind: 'recovery' },
  find: { dateKind: 'recovery' },
  discovery: { dateKind: 'recovery' },
  decouverte: { dateKind: 'recovery' },
}
