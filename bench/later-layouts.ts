/** Tables drawn later, again without sight of the proposals' words: what was learnt from the others shows here. */
import type { SampleLayout } from '#core/mapping/sample-layouts.ts'

export const laterLayouts: readonly SampleLayout[] = [
  {
    name: 'mission daily incidents (en, snake_case)',
    table: `
event_id | event_dt | evt_type | region | locality | lat_dd | long_dd | alleged_perp | tgt | narrative | src | duty_officer | logged_on
JOC-0411 | 2021-03-02 | IED attack | Haute Sanwa | Kemberou | 14.2210 | -2.1187 | unidentified armed group | logistics convoy | Vehicle 3 of 11 struck a pressure-plate device north of the ford | Sector East | Capt. Lindqvist | 2021-03-03
JOC-0412 | 2021-03-05 | indirect fire | Haute Sanwa | Tidarme |  |  |  | mission camp | Four rockets, two landed inside the perimeter | Camp security | Maj. Obuya | 2021-03-05
JOC-0415 | 2021-03-09 | ambush | Lac | Dorou market | 13.8804 | -1.9035 | Katiba Norou | army patrol | Patrol engaged from both sides of the road for 20 min |  | Maj. Obuya | 2021-03-11
JOC-0419 | 2021-03-16 | cache found | Lac |  | 13.9012 | -1.7741 |  |  | Buried drums with fuzes and detonating cord | Force EOD | Capt. Lindqvist | 2021-03-16
JOC-0420 | 2021-03-18 | attack | Plateau | Senn | 14.0066 | -2.4409 | Katiba Norou | gendarmerie post | Post overrun before dawn, weapons taken | UNPOL | Lt Ferreira | 2021-03-20
`,
    fields: {
      event_id: 'incidents.incident_ref',
      event_dt: 'incidents.date',
      evt_type: 'incidents.kind',
      region: 'incidents.admin1',
      locality: 'incidents.place',
      lat_dd: 'incidents.lat',
      long_dd: 'incidents.lon',
      alleged_perp: 'incidents.presumed_actor',
      tgt: 'incidents.target',
      narrative: 'incidents.summary',
    },
    either: {
      src: 'incidents.reported_by',
    },
  },
  {
    name: 'police exhibit register (en, capitals)',
    table: `
S/NO | EXHIBIT NO. | DATE OF SEIZURE | STATION | TYPE OF WEAPON | MAKE | CAL. | SERIAL NO | QTY | STORED AT | COURT DATE | I.O. | I.O. PHONE | REMARKS
1 | EX/114/18 | 07/06/2018 | Bukoro Central | Pistol | Norinco | 9x19 | 31107742 | 1 | Bukoro armoury | 12/09/2018 | Insp. Wanjala | 0700 555 014 | magazine missing
2 | EX/115/18 | 07/06/2018 | Bukoro Central | Assault rifle |  | 7.62x39 | OBLITERATED | 1 | Bukoro armoury | 12/09/2018 | Insp. Wanjala | 0700 555 014 | folding butt
3 | EX/121/18 | 19/06/2018 | Lake Road | Shotgun | Baikal | 12 ga |  | 2 | Lake Road strongroom |  | Sgt Mutebi |  | no licence produced
4 | EX/130/18 | 02/07/2018 | Lake Road | Ammunition |  | 7.62x39 |  | 86 |  |  | Sgt Mutebi | 0700 555 027 | found in flour sack
5 | EX/133/18 | 25/07/2018 | Namira | Revolver | Taurus | .38 Spl | KJ448120 | 1 | HQ ballistics lab | 03/10/2018 | Cpl Atim | 0700 555 031 | sent for test firing
`,
    fields: {
      'EXHIBIT NO.': 'items.tag',
      'DATE OF SEIZURE': 'incidents.date',
      'TYPE OF WEAPON': 'items.class',
      MAKE: 'items.producer',
      'CAL.': 'items.calibre',
      'SERIAL NO': 'items.serial',
      QTY: 'items.quantity',
      'STORED AT': 'items.where_now',
    },
    either: {
      STATION: 'incidents.reported_by',
      REMARKS: 'items.note',
    },
  },
  {
    name: 'UN panel inspected materiel (en, mixed case)',
    table: `
Item # | Photo file | Category | Pattern | Headstamp | Calibre (mm) | Mfr | Country of mfr | Yr of mfr | Lot/Batch | Qty seen | Condition | Documented at | Tracing letter sent
PoE-24-017 | IMG_2201-04 | small arms ammunition |  | 71 / 15 | 7.62x39 | Factory 71 | China | 2015 | 15-071-03 | 640 | good | Military court store, Arbala | 2024-05-14
PoE-24-018 | IMG_2205 | rifle | Kalashnikov |  | 7.62x39 |  | Bulgaria | 2009 |  | 1 | worn, stock broken | Military court store, Arbala | 2024-05-14
PoE-24-019 | IMG_2210-11 | RPG round | PG-7 |  | 85 | VMZ | Bulgaria | 2011 | 10-11-58 | 3 | corroded |  | 2024-06-02
PoE-24-020 | IMG_2214 | small arms ammunition |  | SU 1 12 | 7.62x54R |  | Sudan | 2012 |  | 112 | good | Gendarmerie, Tessil | none yet
PoE-24-021 |  | mortar bomb |  |  | 60 |  |  |  | 2-07 | 2 |  | Gendarmerie, Tessil | 2024-06-02
`,
    fields: {
      'Item #': 'items.item_ref',
      Category: 'items.class',
      Pattern: 'items.pattern',
      Headstamp: 'items.marks',
      'Calibre (mm)': 'items.calibre',
      Mfr: 'items.producer',
      'Country of mfr': 'items.producer_country',
      'Yr of mfr': 'items.year',
      'Lot/Batch': 'items.lot',
      'Qty seen': 'items.quantity',
      Condition: 'items.state',
    },
    either: {
      'Documented at': 'items.where_now',
    },
  },
  {
    name: 'depot stock take (en, abbreviations and units)',
    table: `
Depot | Ammo type | Model/Mk | Cal | Batch | Yr mfd | Qty on hand (rds) | Unit price (USD) | Stock take date | Next insp. due | Haz div | Storekeeper
Central Ammo Depot Riva | Ball cartridge | M80 | 7.62x51 | MEN-88-114 | 1988 | 124000 | 0.41 | 31/12/2019 | 30/06/2020 | 1.4S | WO2 Haddad
Central Ammo Depot Riva | Mortar HE | M821 | 81 mm | DZ-02-07 | 2002 | 860 | 214.00 | 31/12/2019 | 30/06/2020 | 1.1E | WO2 Haddad
Central Ammo Depot Riva | Hand grenade | F1 |  | 583-76 | 1976 | 2310 |  | 31/12/2019 | 31/03/2020 | 1.1F | WO2 Haddad
Forward Store Kelm | Ball cartridge | SS109 | 5.56x45 | FN-07-031 | 2007 | 38600 | 0.38 | 15/01/2020 |  | 1.4S | Sgt Pereira
Forward Store Kelm | Smoke signal |  | 40 mm |  |  | 144 | 19.50 | 15/01/2020 |  | 1.3G | Sgt Pereira
`,
    fields: {
      Depot: 'stock.holder',
      'Ammo type': 'stock.class',
      'Model/Mk': 'stock.model',
      Cal: 'stock.calibre',
      Batch: 'stock.lot',
      'Yr mfd': 'stock.year',
      'Qty on hand (rds)': 'stock.quantity',
      'Stock take date': 'stock.covers_to',
    },
    either: {},
  },
  {
    name: 'NGO attack log (en, informal)',
    table: `
no | Wk | Start | End | Country | Prov. | Town/Village | MGRS | What kind | By whom (presumed) | Killed | Injured | What happened | Source
1 | 14 | 2020-04-01 | 2020-04-02 | Zahiria | North Amara | Bel Hassa | 37PCQ 4410 7821 | raid on village | militia from across the river | 6 | 11 | Homes burned, livestock taken overnight | local partner
2 | 14 | 2020-04-04 |  | Zahiria | North Amara | Old Bridge |  | mine blast |  |  | 2 | Cart hit a mine on the track to the mill | clinic
3 | 15 | 2020-04-09 | 2020-04-09 | Zahiria | Gadd | Sheba camp | 37PDQ 0192 6640 | shelling | army | 3 |  | About ten shells on the camp edge, fragments kept by residents | radio
4 | 16 | 2020-04-15 |  | Lower Kesh |  | Umm Dara |  | kidnapping | unknown gunmen | 0 | 0 | Two water engineers taken from their car | two witnesses
5 | 17 | 2020-04-22 | 2020-04-25 | Lower Kesh | Tarn | Qasr Nim | 38PKV 7105 1133 | siege | Liberation Front | 14 | 40 | Road cut for four days, sniper fire on the market | local partner
`,
    fields: {
      Start: 'incidents.date',
      End: 'incidents.end_date',
      Country: 'incidents.country',
      'Prov.': 'incidents.admin1',
      'Town/Village': 'incidents.place',
      MGRS: 'incidents.grid',
      'What kind': 'incidents.kind',
      'By whom (presumed)': 'incidents.presumed_actor',
      'What happened': 'incidents.summary',
    },
    either: {
      Source: 'incidents.reported_by',
    },
  },
  {
    name: 'vaccine stock (en, nothing to take)',
    table: `
facility | antigen | mfr | batch_no | vials_on_hand | doses_per_vial | vvm_stage | expiry_date | count_date | cold_room_officer | remarks
Bukoro District Store | BCG | Serum Institute | 0379G114 | 210 | 20 | 1 | 2023-08-31 | 2022-11-02 | A. Nabirye | diluent matched
Bukoro District Store | bOPV | Bio Farma | 2081521 | 640 | 10 | 2 | 2023-02-28 | 2022-11-02 | A. Nabirye | use first
Lake Road HC IV | Penta | Biological E | 25049821 | 88 | 10 | 1 |  | 2022-11-03 | P. Okot | fridge alarm on 28 Oct
Lake Road HC IV | MR | Serum Institute |  | 35 | 10 | 1 | 2024-01-31 | 2022-11-03 | P. Okot | none
Namira HC III | Td |  | 221900518 | 12 | 10 | 3 | 2022-12-31 | 2022-11-07 |  | discard
`,
    fields: {},
    either: {},
  },
  {
    name: 'parquet, scelles et saisies (fr, sans accents)',
    table: `
N° | Ref PV | Date saisie | Region | Lieu | Nature de l'objet | Marque | Calibre | N° de serie | Nbre | N° scelle | Lieu de conservation | Date audience | Tel OPJ
1 | PV 032/BT/2019 | 12-mars-2019 | Est | Carrefour Mbanga | pistolet automatique | Beretta | 9 mm | H18834Z | 1 | S-2019-07 | greffe du tribunal | 04-juin-2019 | 77 00 12 45
2 | PV 032/BT/2019 | 12-mars-2019 | Est | Carrefour Mbanga | cartouches |  | 9 mm |  | 27 | S-2019-08 | greffe du tribunal | 04-juin-2019 | 77 00 12 45
3 | PV 041/BT/2019 | 3-avril-2019 | Est | Village Ndoka | fusil de chasse | Saint-Etienne | 12 |  | 1 | S-2019-11 | brigade de Ndoka |  | 77 00 31 90
4 | PV 057/BR/2019 | 28-mai-2019 | Centre |  | fusil d'assaut |  | 7,62 x 39 | illisible | 2 |  | poudriere regionale | 17-sept-2019 | 77 00 44 08
5 | PV 060/BR/2019 | 6-juin-2019 | Centre | Gare routiere | grenade |  |  |  | 3 | S-2019-19 | poudriere regionale |  | 77 00 44 08
`,
    fields: {
      'Ref PV': 'incidents.incident_ref',
      'Date saisie': 'incidents.date',
      Region: 'incidents.admin1',
      Lieu: 'incidents.place',
      "Nature de l'objet": 'items.class',
      Marque: 'items.producer',
      Calibre: 'items.calibre',
      'N° de serie': 'items.serial',
      Nbre: 'items.quantity',
      'N° scelle': 'items.tag',
      'Lieu de conservation': 'items.where_now',
    },
    either: {},
  },
  {
    name: 'douanes, constats (fr, CAPITALES)',
    table: `
N_ORDRE | BUREAU | DATE_CONSTAT | PAYS_PROVENANCE | DESIGNATION | MODELE | QTE | FABRICANT | PAYS_FAB | ANNEE_FAB | N_SCELLE | DESTINATAIRE | VALEUR_FCFA | OBSERVATIONS
1 | Port autonome | 14/02/2022 | Turquie | pistolet d'alarme | Zoraki 914 | 48 | Atak Arms | Turquie | 2020 | DG-00871 | Ets Moussa et Fils | 2 400 000 | caches dans pieces auto
2 | Port autonome | 14/02/2022 | Turquie | cartouches a blanc |  | 2500 |  |  |  | DG-00872 | Ets Moussa et Fils | 375 000 | cartons sans etiquette
3 | Poste frontiere Nord | 09/03/2022 |  | fusil a pompe | Escort | 6 | Hatsan | Turquie | 2018 | DG-00903 |  | 1 800 000 | transport par bus
4 | Poste frontiere Nord | 30/03/2022 | Emirats arabes unis | viseur optique |  | 20 |  | Chine |  |  | particulier | 900 000 | sans licence
5 | Aeroport | 11/05/2022 | Belgique | carabine | Mark III | 1 | Browning | Belgique | 1994 | DG-00958 | M. Traore |  | declaree comme outillage
`,
    fields: {
      DATE_CONSTAT: 'incidents.date',
      DESIGNATION: 'items.class',
      MODELE: 'items.model',
      QTE: 'items.quantity',
      FABRICANT: 'items.producer',
      PAYS_FAB: 'items.producer_country',
      ANNEE_FAB: 'items.year',
      N_SCELLE: 'items.tag',
    },
    either: {
      BUREAU: 'incidents.reported_by',
      OBSERVATIONS: 'items.note',
    },
  },
  {
    name: 'mission, incidents (fr, snake_case, virgules)',
    table: `
ref_incident | date_debut | date_fin | pays | region | localite | latitude | longitude | type_incident | auteur_presume | cible | resume | bilan_victimes | date_saisie_base
SIG-22-0098 | 2022-06-11 | 2022-06-12 | Tamarie | Nord | Inagam | 16,4402 | 0,1187 | attaque complexe | coalition du Nord | camp militaire | Vehicule piege puis assaut a pied, repli vers 05h | 9 tues, 14 blesses | 2022-06-14
SIG-22-0101 | 2022-06-15 |  | Tamarie | Nord | Oued Sah | 16,6120 | 0,3301 | EEI | inconnu | convoi civil | Camion de vivres touche, telecommande probable | 1 blesse | 2022-06-15
SIG-22-0104 | 2022-06-19 |  | Tamarie | Delta |  | 14,9033 | -4,0418 | embuscade |  | forces armees | Patrouille prise a partie a la sortie du bac |  | 2022-06-23
SIG-22-0107 | 2022-06-27 | 2022-06-27 | Tamarie | Delta | Sofara-Bas |  |  | decouverte de cache |  |  | Onze caisses enterrees sous un enclos | neant | 2022-06-28
SIG-22-0110 | 2022-07-02 |  | Gourmane | Sahel | Tin Edel | 14,1175 | -0,2290 | tir indirect | coalition du Nord | aeroport | Trois obus, pas de degats | neant | 2022-07-04
`,
    fields: {
      ref_incident: 'incidents.incident_ref',
      date_debut: 'incidents.date',
      date_fin: 'incidents.end_date',
      pays: 'incidents.country',
      region: 'incidents.admin1',
      localite: 'incidents.place',
      latitude: 'incidents.lat',
      longitude: 'incidents.lon',
      type_incident: 'incidents.kind',
      auteur_presume: 'incidents.presumed_actor',
      cible: 'incidents.target',
      resume: 'incidents.summary',
    },
    either: {},
  },
  {
    name: 'programme DDR, armes remises (fr, parenthèses)',
    table: `
No fiche | Nom ex-combattant | Groupe | Date remise | Site de cantonnement | Type d'arme | Modèle (AK, G3…) | N° série | Année fab. | État (B/M/HS) | Entreposée à | Kit payé (USD) | Visa chef d'équipe
DDR-0301 | Kasongo J. | Front populaire | 05/10/2017 | Camp Lubiri | fusil d'assaut | AKM | 56-1409931 | 1974 | M | Conteneur 2, Lubiri | 120 | Lt Mbuyi
DDR-0302 | Amani P. | Front populaire | 05/10/2017 | Camp Lubiri | fusil d'assaut | G3A3 | A3-77120 |  | HS | Conteneur 2, Lubiri | 120 | Lt Mbuyi
DDR-0303 | Safari D. |  | 06/10/2017 | Camp Lubiri | mitrailleuse | PKM |  | 1981 | B | Conteneur 1, Lubiri | 150 | Lt Mbuyi
DDR-0309 | Bahati E. | Maï-Tembo | 18/10/2017 | Kisenge | lance-roquettes | RPG-7 | VT 2208 |  | M |  | 150 | Adj Ilunga
DDR-0310 | Furaha M. | Maï-Tembo | 18/10/2017 | Kisenge | pistolet |  | 4471 | 1969 | B | Armurerie Kisenge |  | Adj Ilunga
`,
    fields: {
      'Date remise': 'incidents.date',
      'Site de cantonnement': 'incidents.place',
      "Type d'arme": 'items.class',
      'Modèle (AK, G3…)': 'items.model',
      'N° série': 'items.serial',
      'Année fab.': 'items.year',
      'État (B/M/HS)': 'items.state',
      'Entreposée à': 'items.where_now',
    },
    either: {
      'No fiche': 'items.item_ref',
      Groupe: 'incidents.presumed_actor',
    },
  },
  {
    name: 'dépôt, état des existants (fr, abréviations)',
    table: `
Détenteur | Catégorie | Modèle | Cal. (mm) | Fabricant | Lot n° | Millésime | Existant (coups) | Situation arrêtée au | Prix unit. (EUR) | Péremption | Magasinier
Dépôt national Karsa | cartouche ordinaire | M43 | 7,62 | Sellier-Kordic | 04-77-B | 1977 | 96500 | 31/12/2020 | 0,32 | 12/2027 | Adj Konaté
Dépôt national Karsa | cartouche perforante | B-32 | 12,7 |  | 17-83 | 1983 | 14200 | 31/12/2020 | 2,15 |  | Adj Konaté
Dépôt national Karsa | obus de mortier | O-832 | 82 | Arsenal Velin | 9-90-K | 1990 | 540 | 31/12/2020 | 87,50 | 06/2025 | Adj Konaté
Annexe Sirba | roquette | PG-7V | 85 |  | 12-86-254 | 1986 | 75 | 31/12/2020 |  |  | Sgt Dembélé
Annexe Sirba | grenade défensive |  |  | Arsenal Velin |  | 1991 | 310 | 31/12/2020 | 11,00 | 06/2026 | Sgt Dembélé
`,
    fields: {
      Détenteur: 'stock.holder',
      Catégorie: 'stock.class',
      Modèle: 'stock.model',
      'Cal. (mm)': 'stock.calibre',
      Fabricant: 'stock.producer',
      'Lot n°': 'stock.lot',
      Millésime: 'stock.year',
      'Existant (coups)': 'stock.quantity',
      'Situation arrêtée au': 'stock.covers_to',
    },
    either: {},
  },
  {
    name: 'ONG de déminage, munitions relevées (fr, accents)',
    table: `
Réf. objet | Date découv. | Coord. MGRS | Type de munition | Culot (marquages lus) | Lot | Pays fabr. | Exporté le | Exporté vers | Qté | Signes particuliers | Endroit exact | Détruit le | Tél. chef EOD
MUN-551 | 2023-01-17 | 30PYA 2210 8847 | cartouche 12,7 | 41 82 |  | URSS |  |  | 64 | vernis vert au culot | sous le pont, rive gauche | 2023-02-03 | 70 55 10 02
MUN-552 | 2023-01-17 | 30PYA 2210 8847 | obus de mortier 60 mm |  | 03-08 | Serbie | 2009-05-20 | Gourmane | 2 | bande jaune | sous le pont, rive gauche | 2023-02-03 | 70 55 10 02
MUN-560 | 2023-02-21 |  | mine antichar |  | 21-90 | Belgique | 1991 |  | 1 | poignée coupée | ornière, 40 m après le radier |  | 70 55 10 17
MUN-563 | 2023-03-08 | 30PZA 0418 9120 | cartouche 7,62 | 945 08 | 08-945-11 |  |  | Tamarie | 310 |  | puits sec derrière l'école | 2023-03-30 | 70 55 10 17
`,
    fields: {
      'Réf. objet': 'items.item_ref',
      'Date découv.': 'incidents.date',
      'Coord. MGRS': 'incidents.grid',
      'Type de munition': 'items.class',
      'Culot (marquages lus)': 'items.marks',
      Lot: 'items.lot',
      'Pays fabr.': 'items.producer_country',
      'Exporté le': 'items.exported_on',
      'Exporté vers': 'items.export_to',
      Qté: 'items.quantity',
      'Signes particuliers': 'items.features',
      'Endroit exact': 'items.find_spot',
    },
    either: {},
  },
]
