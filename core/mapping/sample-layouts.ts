/**
 * Tables of layouts never seen, made up as missions, police, customs and deminers keep them, with what an expert would
 * say of their columns. `either`: a field or silence would do; every other column is to be left alone.
 */
export interface SampleLayout {
  readonly name: string
  readonly table: string
  /** `header -> table.field`. */
  readonly fields: Readonly<Record<string, string>>
  readonly either?: Readonly<Record<string, string>>
}

/** Header and cells, parted by bars. */
export const cellsOf = ({ table }: SampleLayout): readonly (readonly string[])[] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

export const sampleLayouts: readonly SampleLayout[] = [
  {
    name: 'mission seizures, English',
    table: `
      Seizure No | Date Seized | Location of Seizure | Country | Weapon Type | Make | Model | Calibre | Serial Number | Purchase Date | Remarks | Case Officer
      SZ-001 | 14/03/2018 | Gao | Mali | Assault Rifle | Norinco | Type 56 | 7.62x39 | 1204567 | 02/01/2011 | stock broken | Lt. B
      SZ-002 | 22/03/2018 | Kidal | Mali | Pistol | CZ | 75 | 9x19 | A1234 | | | Lt. B
      SZ-003 | 30/04/2018 | Gao | Niger | Machine gun part | | PKM | 7.62x54R | XK-881 | | rusted | Sgt. D`,
    fields: {
      'Seizure No': 'incidents.incident_ref',
      'Date Seized': 'incidents.date',
      'Location of Seizure': 'incidents.place',
      Country: 'incidents.country',
      Make: 'items.producer',
      Model: 'items.model',
      Calibre: 'items.calibre',
      'Serial Number': 'items.serial',
      Remarks: 'items.note',
    },
    either: { 'Weapon Type': 'items.class' },
  },
  {
    name: 'saisies, French',
    table: `
      N° PV | Date saisie | Lieu de saisie | Région | Type d'arme | Marque | Modèle | Cal. | N° de série | Qté | Agent saisissant | Date de naissance
      12/2019 | 12.03.2019 | Djenné | Mopti | fusil d'assaut | Zastava | M70 | 7,62x39 | 120456 | 1 | Sgt X | 01.01.1980
      13/2019 | 25.04.2019 | Douentza | Mopti | pistolet | Tokarev | TT-33 | 7,62x25 | AB 1234 | 1 | Sgt Y | 04.05.1991
      14/2019 | 02.05.2019 | Gossi | Tombouctou | cartouches | | | 7,62x39 | | 25 | Sgt X | `,
    fields: {
      'Date saisie': 'incidents.date',
      'Lieu de saisie': 'incidents.place',
      Région: 'incidents.admin1',
      "Type d'arme": 'items.class',
      Marque: 'items.producer',
      Modèle: 'items.model',
      'Cal.': 'items.calibre',
      'N° de série': 'items.serial',
      Qté: 'items.quantity',
    },
    either: { 'N° PV': 'incidents.incident_ref' },
  },
  {
    name: 'attack log',
    table: `
      INCIDENT_ID | INCIDENT_DATE | INCIDENT_TYPE | COUNTRY | ADM1 | TOWN | LATITUDE | LONGITUDE | SUSPECTED_GROUP | SUMMARY | REPORT_DATE | FATALITIES
      2017-004 | 2017-02-11 | Attack | ML | Gao | Ansongo | 15.6597 | 0.5022 | Group North | Complex attack on a post | 2017-02-12 | 3
      2017-005 | 2017-02-14 | Ambush | ML | Kidal | Aguelhok | 19.4667 | 0.8500 | Group North | Convoy ambushed | 2017-02-15 | 0
      2017-006 | 2017-03-01 | IED | BF | Sahel | Djibo | 14.1000 | -1.6250 | Unknown | Road mine | 2017-03-02 | 1`,
    fields: {
      INCIDENT_ID: 'incidents.incident_ref',
      INCIDENT_DATE: 'incidents.date',
      INCIDENT_TYPE: 'incidents.kind',
      COUNTRY: 'incidents.country',
      ADM1: 'incidents.admin1',
      TOWN: 'incidents.place',
      LATITUDE: 'incidents.lat',
      LONGITUDE: 'incidents.lon',
      SUSPECTED_GROUP: 'incidents.presumed_actor',
      SUMMARY: 'incidents.summary',
    },
  },
  {
    name: 'journal des attaques',
    table: `
      Réf. incident | Date de l'attaque | Nature de l'incident | Pays | Localité | Latitude | Longitude | Groupe armé présumé | Résumé des faits | Source
      A-1 | 07/08/2015 | Attaque | Mali | Sévaré | 14,5333 | -4,0967 | Katiba N | Attaque d'un hôtel | radio
      A-2 | 20/11/2015 | Attaque | Mali | Bamako | 12,6392 | -8,0029 | Katiba S | Prise d'otages | radio
      A-3 | 15/01/2016 | Embuscade | Burkina Faso | Ouagadougou | 12,3714 | -1,5197 | Katiba S | Café | presse`,
    fields: {
      'Réf. incident': 'incidents.incident_ref',
      "Date de l'attaque": 'incidents.date',
      "Nature de l'incident": 'incidents.kind',
      Pays: 'incidents.country',
      Localité: 'incidents.place',
      Latitude: 'incidents.lat',
      Longitude: 'incidents.lon',
      'Groupe armé présumé': 'incidents.presumed_actor',
      'Résumé des faits': 'incidents.summary',
    },
  },
  {
    name: 'police exhibits, month first',
    table: `
      Case Number | Exhibit No | Date Recovered | Recovery Location | Firearm Serial | Manufacturer | Caliber | Type of Weapon | Officer Serial No | Phone
      CR-1022 | E1 | 8/17/20 | Bayside Market | ABE573528 | Taurus | 9x19 | Handgun | 4471 | 555-0101
      CR-1022 | E2 | 8/17/20 | Bayside Market | | | 9x19 | Cartridge | 4471 | 555-0101
      CR-1040 | E1 | 10/2/20 | Dock Road | KX00912 | Beretta | 9x19 | Handgun | 2214 | 555-0102`,
    fields: {
      'Case Number': 'incidents.incident_ref',
      'Exhibit No': 'items.tag',
      'Date Recovered': 'incidents.date',
      'Recovery Location': 'incidents.place',
      'Firearm Serial': 'items.serial',
      Manufacturer: 'items.producer',
      Caliber: 'items.calibre',
      'Type of Weapon': 'items.class',
    },
  },
  {
    name: 'caches de munitions',
    table: `
      N° cache | Date découverte | Lieu de la découverte | Type de munition | Calibre | N° lot | Année de fabrication | Pays de fabrication | Quantité | Lieu de stockage | Observations
      C-01 | 2021-02-16 | Forêt de Baoulé | cartouche | 7,62x39 | 21-118 | 2021 | Chine | 400 | Dépôt de Sikasso | sèches
      C-01 | 2021-02-16 | Forêt de Baoulé | roquette | | 7-90 | 1990 | Bulgarie | 2 | Dépôt de Sikasso |
      C-02 | 2021-03-02 | Kangaba | cartouche | 12,7x108 | 08-31 | 2008 | Chine | 90 | Dépôt de Kati | rouille`,
    fields: {
      'N° cache': 'incidents.incident_ref',
      'Date découverte': 'incidents.date',
      'Lieu de la découverte': 'incidents.place',
      'Type de munition': 'items.class',
      Calibre: 'items.calibre',
      'N° lot': 'items.lot',
      'Année de fabrication': 'items.year',
      'Pays de fabrication': 'items.producer_country',
      Quantité: 'items.quantity',
      'Lieu de stockage': 'items.where_now',
      Observations: 'items.note',
    },
  },
  {
    name: 'disarmament list',
    table: `
      No | Name of combatant | Date of birth | Date collected | Site | Weapon | Weapon serial no. | Rounds | Signature
      1 | A.B. | 1990-01-01 | 2019-06-01 | Cantonment 3 | AK-47 | 56-12994 | 30 | x
      2 | C.D. | 1992-05-11 | 2019-06-01 | Cantonment 3 | SKS | 1100221 | 0 | x
      3 | E.F. | 1988-11-30 | 2019-06-02 | Cantonment 3 | AK-47 | КА 4431 | 12 | x`,
    fields: { 'Date collected': 'incidents.date', Site: 'incidents.place', 'Weapon serial no.': 'items.serial' },
    either: { Weapon: 'items.class' },
  },
  {
    name: 'dates that do not say which is the month',
    table: `
      Event ID | Event Date | Event Type | Location | Perpetrator Group
      1 | 05/06/2020 | Clash | Town A | Group One
      2 | 07/08/2020 | Clash | Town B | Group Two
      3 | 01/02/2020 | Attack | Town C | Group One`,
    fields: {
      'Event ID': 'incidents.incident_ref',
      'Event Date': 'incidents.date',
      'Event Type': 'incidents.kind',
      Location: 'incidents.place',
      'Perpetrator Group': 'incidents.presumed_actor',
    },
  },
  {
    name: 'an armoury',
    table: `
      Rack | Weapon | Serial No | Date of entry | Condition | Issued to
      A1 | AKM | 120045 | 2015-03-01 | good | 1st Pl
      A2 | PKM | KM 4410 | 2015-03-01 | good | 2nd Pl
      A3 | AKM | 120046 | 2016-01-12 | fair | 1st Pl`,
    fields: {},
  },
  {
    name: 'a payroll',
    table: `
      Matricule | Nom | Date | Lieu | Grade | Montant | Observations
      1002 | X | 01/02/2020 | Gao | Sergent | 120000 | payé
      1003 | Y | 01/02/2020 | Gao | Caporal | 90000 | payé
      1004 | Z | 01/02/2020 | Kidal | Soldat | 80000 | absent`,
    fields: {},
  },
  {
    name: 'medical supplies',
    table: `
      Item | Lot | Quantity | Expiry date | Storage location | Manufacturer | Country
      Saline | L-221 | 40 | 2022-01-01 | Clinic 2 | Pharma A | France
      Gauze | L-114 | 200 | 2023-06-01 | Clinic 2 | Pharma B | India
      Tourniquet | T-09 | 25 | 2025-06-01 | Clinic 1 | Pharma C | China`,
    fields: {},
  },
  {
    name: 'what a depot has, French',
    table: `
      S/N | Corps détenteur | Nature | Calibre | Fabricant | Année fab. | Qté | Date inventaire | Magasinier
      1 | Garde de l'île | cartouches | 7,62x39 | Usine 3 | 2011 | 12 400 | 15/12/2018 | Adj. S
      2 | Garde de l'île | cartouches | 5,56x45 | | | 800 | 15/12/2018 | Adj. S
      3 | Gendarmerie | grenade | | Usine 9 | 1994 | 60 | 16/12/2018 | Adj. T`,
    fields: {
      'Corps détenteur': 'stock.holder',
      Nature: 'stock.class',
      Calibre: 'stock.calibre',
      Fabricant: 'stock.producer',
      'Année fab.': 'stock.year',
      Qté: 'stock.quantity',
      'Date inventaire': 'stock.covers_to',
    },
  },
  {
    name: 'names that the cells gainsay',
    table: `
      Incident ID | Date | Country | Latitude | Serial Number | Quantity | Calibre
      I1 | early spring | the north | N of the river | none seen | many | unknown
      I2 | last week | the south | S of the river | not read | some | unknown
      I3 | 2020 | the north | N of the road | not read | few | unknown`,
    fields: {},
    either: { 'Incident ID': 'incidents.incident_ref' },
  },
]
