/** Tables drawn without sight of the proposals' words: what a layout never seen may look like. */
import type { SampleLayout } from '#core/mapping/sample-layouts.ts'

export const heldOutLayouts: readonly SampleLayout[] = [
  {
    name: 'en police seizure register',
    // S/N is a row number here; Origin tells how the holder came by it, not who made it.
    table: `
      S/N | OB Number | Date of Seizure | Place of Seizure | Type | Make | Calibre | Serial No. | Condition | Origin | Suspect | Arresting Officer | Court Date | Remarks
      1 | OB/114/03/2021 | 04/03/2021 | Kiboma market | Pistol | Norinco | 9x19mm | 3108842 | Serviceable | bought at Lokiri | J. M. | Cpl Wanda | 19/04/2021 | found under the counter
      2 | OB/131/03/2021 | 17/03/2021 | Lokiri road block | Assault rifle | | 7.62x39 | 56-1 2217703 | Serviceable | | two males, fled | Sgt Obur | | with 2 magazines
      3 | OB/131/03/2021 | 17/03/2021 | Lokiri road block | Ammunition | | 7.62x39 | | Serviceable | | two males, fled | Sgt Obur | | 43 rds loose
      4 | OB/20/04/2021 | 09/04/2021 | Tamu village | Home-made shotgun | | 12 gauge | none | Unserviceable | made locally | P. K. | Const. Amiri | 02/06/2021 |
      5 | OB/77/05/2021 | 28/05/2021 | | Revolver | Webley | .38 | defaced | | from late father | A. S. | Cpl Wanda | 14/07/2021 | owner claims licence lost`,
    fields: {
      'OB Number': 'incidents.incident_ref',
      'Date of Seizure': 'incidents.date',
      'Place of Seizure': 'incidents.place',
      Type: 'items.class',
      Make: 'items.producer',
      Calibre: 'items.calibre',
      'Serial No.': 'items.serial',
      Condition: 'items.state',
    },
    either: { Remarks: 'items.note' },
  },
  {
    name: 'en ddr weapons collection',
    table: `
      rec_no | ddr_site | collected_on | entered_at | weapon_category | weapon_model | wpn_calibre | serial_number | country_of_origin | year_made | is_serviceable | excombatant_code | faction | phone
      1 | Bambala | 2016-11-08 | 2016-11-21 09:14 | assault rifle | Type 56-2 | 7.62x39 | 4013377 | China | 1984 | Y | XC-00218 | MPLB | 070 55 12 88
      2 | Bambala | 2016-11-08 | 2016-11-21 09:16 | assault rifle | PM md. 63 | 7.62x39 | S-GH 5521 | Romania | 1979 | N | XC-00219 | MPLB |
      3 | Bambala | 2016-11-09 | 2016-11-21 09:22 | rocket launcher | RPG-7V | 40mm | | USSR | | Y | XC-00231 | FRD | 077 10 44 03
      4 | Kouroula | 2016-11-14 | 2016-11-22 15:40 | hand grenade | F1 | | | | | Y | XC-00240 | FRD |
      5 | Kouroula | 2016-11-14 | 2016-11-22 15:41 | light machine gun | RPK | 7.62x39 | 781204 | USSR | 1972 | N | XC-00244 | | 075 90 21 67`,
    fields: {
      ddr_site: 'incidents.place',
      collected_on: 'incidents.date',
      weapon_category: 'items.class',
      weapon_model: 'items.model',
      wpn_calibre: 'items.calibre',
      serial_number: 'items.serial',
      country_of_origin: 'items.producer_country',
      year_made: 'items.year',
    },
    either: { is_serviceable: 'items.state', faction: 'incidents.presumed_actor' },
  },
  {
    name: 'en cartridge case log',
    table: `
      INCIDENT NO | DATE OF ATTACK | DATE COLLECTED | LOCATION | GRID (MGRS) | FIRING POSITION | CALIBER | HEADSTAMP | CASE MATERIAL | NO. OF CASES | LAB BOX | COLLECTED BY
      ATK-19-007 | 12-Feb-19 | 14-Feb-19 | Tin Arabo checkpoint | 31P BT 3205 3310 | FP1 dune north of road | 7.62x39 | 61 / 15 | steel | 34 | B-112 | Lt Hansel
      ATK-19-007 | 12-Feb-19 | 14-Feb-19 | Tin Arabo checkpoint | 31P BT 3205 3310 | FP2 culvert | 7.62x54R | 188 / 75 | steel | 11 | B-112 | Lt Hansel
      ATK-19-007 | 12-Feb-19 | 14-Feb-19 | Tin Arabo checkpoint | 31P BT 3205 3310 | sentry post | 5.56x45 | FNB 09 (+) | brass | 58 | B-113 | Lt Hansel
      ATK-19-011 | 3-Mar-19 | 3-Mar-19 | Tessaga camp | 31P DT 3571 6012 | | 12.7x108 | 41 / 82 | brass | 6 | | WO Brandt
      ATK-19-015 | 29-Mar-19 | 2-Apr-19 | In Felou market | | behind school wall | 7.62x39 | PPU 2014 | brass | 17 | B-120 | WO Brandt`,
    fields: {
      'INCIDENT NO': 'incidents.incident_ref',
      'DATE OF ATTACK': 'incidents.date',
      LOCATION: 'incidents.place',
      'GRID (MGRS)': 'incidents.grid',
      'FIRING POSITION': 'items.find_spot',
      CALIBER: 'items.calibre',
      HEADSTAMP: 'items.marks',
      'NO. OF CASES': 'items.quantity',
    },
    either: { 'CASE MATERIAL': 'items.features', 'LAB BOX': 'items.where_now' },
  },
  {
    name: 'en ied register',
    // One row an event; the detonator lot is the only lot in the table.
    table: `
      Ser | IED Ref | Date Occ | Date Rptd | AO | Lat | Long | Tgt | Sw Type | NEQ (kg) | Det Lot | KIA | EOD Tm | Event Descr
      1 | IED/0412 | 07/06/2018 | 07/06/2018 | North | 16.2718 | -0.0447 | UN convoy | PP | 12 | 0417-B2 | 0 | EOD 3 | Lead APC struck PP IED, no cas
      2 | IED/0413 | 09/06/2018 | 11/06/2018 | North | 16.8841 | 1.9102 | National army | CW | 5 | | 2 | EOD 1 | Pick-up hit on track to well
      3 | IED/0415 | 13/06/2018 | 13/06/2018 | Centre | 14.4920 | -4.1986 | Civilian bus | PP | | 0417-B2 | 9 | EOD 3 |
      4 | IED/0418 | 30/06/2018 | 02/07/2018 | Centre | | | unk | RC | 2.5 | 1116-A | 0 | | Found by herders, rendered safe`,
    fields: {
      'IED Ref': 'incidents.incident_ref',
      'Date Occ': 'incidents.date',
      Lat: 'incidents.lat',
      Long: 'incidents.lon',
      Tgt: 'incidents.target',
      'Det Lot': 'items.lot',
      'Event Descr': 'incidents.summary',
    },
    either: { AO: 'incidents.admin1', 'Sw Type': 'items.features' },
  },
  {
    name: 'en depot ammunition stock',
    table: `
      Holding Unit | Bin | NSN | Item Description | Cal | Mfr | Lot No | Mfr Yr | Qty on Charge | Haz Div | Date of Stocktake | Next Stocktake Due | Storeman
      2 Inf Bn | A1-03 | | Ctg ball M67 | 7.62 x 39 | PPU | PPU 04-12 | 2012 | 18,400 | 1.4S | 31/12/2019 | 30/06/2020 | SSgt Toure
      2 Inf Bn | A1-04 | 1305-99-000-0001 | Ctg ball SS109 | 5.56 x 45 | FNB | FNB 09-117 | 2009 | 42,000 | 1.4S | 31/12/2019 | 30/06/2020 | SSgt Toure
      2 Inf Bn | C2-01 | | Bomb HE M73 | 82 mm | | 12-84-10 | 1984 | 216 | 1.1E | 30/12/2019 | 30/06/2020 |
      Arty Regt | C4-11 | | Rkt PG-7V | 40/85 mm | VMZ | 11-99-22 | 1999 | 96 | 1.1F | 28/12/2019 | 30/06/2020 | Cpl Diop`,
    fields: {
      'Holding Unit': 'stock.holder',
      'Item Description': 'stock.model',
      Cal: 'stock.calibre',
      Mfr: 'stock.producer',
      'Lot No': 'stock.lot',
      'Mfr Yr': 'stock.year',
      'Qty on Charge': 'stock.quantity',
    },
    either: { 'Date of Stocktake': 'stock.covers_to' },
  },
  {
    name: 'en arms tracing list',
    table: `
      Trace # | Request Sent | Reply Recd | Manufacturer | Model | Cal. | Ser. # | Country of Mfr | Recovery Date | Recovery City | Recovery Country | Exported On | Consignee | Case Officer
      T-2022-031 | 2022-05-02 | 2022-07-19 | Zastava | M70AB2 | 7.62x39mm | 504417 | YU | 2021-11-30 | Kassoba | ML | 1988-03-14 | Min. of Interior, Burkavia | H. Lund
      T-2022-032 | 2022-05-02 | | Arsenal | AR-M1 | 5.56x45mm | GK 33 0871 | BG | 2021-12-04 | Kassoba | ML | | | H. Lund
      T-2022-040 | 2022-06-15 | 2022-06-29 | CZ | CZ 75 | 9x19mm | B 4419 | CZ | 2022-01-22 | Nioro-Plage | SN | 2011-09-06 | Sahel Sport SARL | R. Ito
      T-2022-044 | 2022-06-20 | 2022-10-03 | Girsan | MC 28 SA | 9x19mm | T6368-14 A 00712 | TR | | | NE | 2014-08-27 | unknown dealer | R. Ito
      T-2022-051 | 2022-07-08 | | Izhmash | AKM | 7.62x39mm | ?Щ 2093 | SU | 2022-03-17 | Dargou | NE | | | H. Lund`,
    fields: {
      Manufacturer: 'items.producer',
      Model: 'items.model',
      'Cal.': 'items.calibre',
      'Ser. #': 'items.serial',
      'Country of Mfr': 'items.producer_country',
      'Recovery Date': 'incidents.date',
      'Recovery City': 'incidents.place',
      'Recovery Country': 'incidents.country',
      'Exported On': 'items.exported_on',
      Consignee: 'items.export_to',
    },
    either: { 'Trace #': 'items.item_ref' },
  },
  {
    name: 'en mine clearance finds',
    // "origin" is the country of manufacture; dateDestroyed is not the day of the find.
    table: `
      taskId | findId | dateFound | dateDestroyed | province | village | latitude | longitude | itemType | model | origin | qty | depthCm | teamLeader
      CL-88 | F-2301 | 2020/09/14 | 2020/09/18 | Moxara | Cavunda | -11.78412 | 19.91067 | AP mine | PMN | USSR | 3 | 8 | D. Sunda
      CL-88 | F-2302 | 2020/09/14 | 2020/09/18 | Moxara | Cavunda | -11.78420 | 19.91101 | AT mine | TM-57 | USSR | 1 | 15 | D. Sunda
      CL-88 | F-2309 | 2020/09/21 | | Moxara | Cavunda | -11.78377 | 19.90988 | Mortar bomb | O-832 | | 1 | 0 | D. Sunda
      CL-91 | F-2344 | 2020/10/05 | 2020/10/05 | Moxara | Luena-Sul | | | AP mine | VS-50 | Italy | 7 | 5 | M. Chipa
      CL-91 | F-2350 | 2020/10/12 | 2020/10/15 | Moxara | Luena-Sul | -11.80156 | 19.88842 | Hand grenade | M75 | Yugoslavia | 2 | | M. Chipa`,
    fields: {
      dateFound: 'incidents.date',
      province: 'incidents.admin1',
      village: 'incidents.place',
      latitude: 'incidents.lat',
      longitude: 'incidents.lon',
      itemType: 'items.class',
      model: 'items.model',
      origin: 'items.producer_country',
      qty: 'items.quantity',
    },
    either: { taskId: 'incidents.incident_ref', findId: 'items.item_ref' },
  },
  {
    name: 'fr saisies douanes',
    // N° is a row number; Provenance is where the goods were shipped from, not who made them.
    table: `
      N° | N° PV | Date saisie | Date PV | Lieu de saisie | Nature marchandise | Marque | Cal. | Qté | Provenance | Valeur FCFA | Transporteur | Immatriculation | Agent saisissant
      1 | 027/DGD/19 | 12-mars-2019 | 13-mars-2019 | Poste de Sankoura | Cartouches de chasse | Maxam | 12 | 2 500 | Lomé | 1 250 000 | Transports Zongo | 11 KL 4402 | Insp. Barro
      2 | 031/DGD/19 | 02-avr-2019 | 02-avr-2019 | Marché de Dabo | Pistolets automatiques | Ekol | 9 mm PAK | 14 | Cotonou | 700 000 | | | Cont. Yaméogo
      3 | 031/DGD/19 | 02-avr-2019 | 02-avr-2019 | Marché de Dabo | Fusils de chasse | | 12 | 3 | Cotonou | 450 000,00 | | | Cont. Yaméogo
      4 | 040/DGD/19 | 19-mai-2019 | 21-mai-2019 | Poste de Sankoura | Détonateurs électriques | | | 600 | Tamale | | particulier à moto | sans plaque | Insp. Barro`,
    fields: {
      'N° PV': 'incidents.incident_ref',
      'Date saisie': 'incidents.date',
      'Lieu de saisie': 'incidents.place',
      'Nature marchandise': 'items.class',
      Marque: 'items.producer',
      'Cal.': 'items.calibre',
      Qté: 'items.quantity',
    },
    either: {},
  },
  {
    name: 'fr parquet scelles',
    table: `
      N° parquet | N° scellé | Date des faits | Date de dépôt | Lieu des faits | Infraction | Nature de l'objet | N° de série | Calibre | État | Lieu de garde | Prévenu | Juge d'instruction | Audience du
      RP 412/2020 | S-1 | 08/01/2020 | 15/01/2020 | Quartier Bozola | vol à main armée | Pistolet automatique | T0620 11 | 9 mm | bon état | coffre greffe | D. S. | M. Traoré | 11/05/2020
      RP 412/2020 | S-2 | 08/01/2020 | 15/01/2020 | Quartier Bozola | vol à main armée | Cartouches | | 9 mm | | coffre greffe | D. S. | M. Traoré | 11/05/2020
      RP 455/2020 | S-1 | 23/02/2020 | 02/03/2020 | Route de Farako | assassinat | Fusil d'assaut | numéro meulé | 7,62x39 | bon état | armurerie gendarmerie | X | Mme Kéita |
      RP 471/2020 | S-3 | 14/03/2020 | 20/03/2020 | | détention illégale | Arme artisanale | | cal. 12 | hors d'usage | | B. C. | M. Traoré | 08/06/2020`,
    fields: {
      'N° parquet': 'incidents.incident_ref',
      'N° scellé': 'items.tag',
      'Date des faits': 'incidents.date',
      'Lieu des faits': 'incidents.place',
      "Nature de l'objet": 'items.class',
      'N° de série': 'items.serial',
      Calibre: 'items.calibre',
      État: 'items.state',
      'Lieu de garde': 'items.where_now',
    },
    either: { Infraction: 'incidents.kind' },
  },
  {
    name: 'fr ddr sans accents',
    table: `
      NUM ORDRE | NOM ET PRENOMS | DATE NAISSANCE | TELEPHONE | GROUPE | SITE | DATE REMISE | TYPE ARME | MODELE | NUMERO SERIE | PAYS FABRICATION | ANNEE FAB | ETAT | OBSERVATIONS
      001 | N. A. | 01/01/1988 | 66 40 21 05 | Front Sud | Bokaya | 05/10/2017 | FUSIL D'ASSAUT | AKMS | 1977 KB 3301 | URSS | 1977 | SERVICEABLE | crosse cassee
      002 | M. D. | 1991 | | Front Sud | Bokaya | 05/10/2017 | FUSIL D'ASSAUT | FAL 50-00 | 884120 | Belgique | | NON SERVICEABLE |
      003 | S. I. | 14/07/1985 | 65 77 90 12 | Alliance du Fleuve | Bokaya | 06/10/2017 | MITRAILLEUSE | PKM | illisible | | | SERVICEABLE | sans bande
      004 | K. O. | | 66 02 18 33 | | Ndouka | 11/10/2017 | LANCE-ROQUETTES | TYPE 69-1 | 83-11902 | Chine | 1983 | SERVICEABLE | 1 roquette a part
      005 | T. Z. | 03/03/1994 | | Alliance du Fleuve | Ndouka | 11/10/2017 | PISTOLET | TT-33 | | URSS | 1951 | NON SERVICEABLE | percuteur absent`,
    fields: {
      SITE: 'incidents.place',
      'DATE REMISE': 'incidents.date',
      'TYPE ARME': 'items.class',
      MODELE: 'items.model',
      'NUMERO SERIE': 'items.serial',
      'PAYS FABRICATION': 'items.producer_country',
      'ANNEE FAB': 'items.year',
      ETAT: 'items.state',
    },
    either: { GROUPE: 'incidents.presumed_actor', OBSERVATIONS: 'items.note' },
  },
  {
    name: 'fr etuis apres attaques',
    table: `
      Réf. incident | Date attaque | Date relevé | Région | Localité | Lat. | Long. | Auteur présumé | Cal. | Marquage culot | Nb étuis | Matière étui | Équipe
      INC-17-03 | 21/01/2017 | 22/01/2017 | Nord | Almoudou | 16,7731 | -3,0082 | Brigade du Désert | 7,62x39 | 811 / 12 | 42 | acier laqué | Scène 2
      INC-17-03 | 21/01/2017 | 22/01/2017 | Nord | Almoudou | 16,7731 | -3,0082 | Brigade du Désert | 7,62x54R | 17 / 81 | 9 | acier cuivré | Scène 2
      INC-17-08 | 16/02/2017 | 20/02/2017 | Centre | Sarékindé | 14,6210 | -3,9954 | | 7,62x39 | 71 / 2010 | 15 | | Scène 1
      INC-17-09 | 18/02/2017 | 20/02/2017 | Centre | Pont de Kolé | | | inconnu | 12,7x108 | 188 / 78 | 4 | laiton | Scène 1`,
    fields: {
      'Réf. incident': 'incidents.incident_ref',
      'Date attaque': 'incidents.date',
      Région: 'incidents.admin1',
      Localité: 'incidents.place',
      'Lat.': 'incidents.lat',
      'Long.': 'incidents.lon',
      'Auteur présumé': 'incidents.presumed_actor',
      'Cal.': 'items.calibre',
      'Marquage culot': 'items.marks',
      'Nb étuis': 'items.quantity',
    },
    either: { 'Matière étui': 'items.features' },
  },
  {
    name: 'fr inventaire depot',
    // The physical count is what is held; the theoretical one and the gap are not.
    table: `
      Corps détenteur | Magasin | Type | Désignation | Calibre | Fabricant | N° lot | Année fab. | Stock théorique | Stock physique | Écart | Date inventaire | Magasinier
      Garde territoriale | M1 | Cartouches | ordinaire M43 | 7,62x39 | Igman | IK 03/06 | 2006 | 12 000 | 11 640 | -360 | 15/12/2018 | Adj. Sow
      Garde territoriale | M1 | Cartouches | traçante T45 | 7,62x39 | | 05-83-17 | 1983 | 4 400 | 4 400 | 0 | 15/12/2018 | Adj. Sow
      Garde territoriale | M2 | Grenades | DF 37 | | Alsetex | 112 AL 94 | 1994 | 150 | 148 | -2 | 16/12/2018 | Adj. Sow
      Gendarmerie | M4 | Roquettes | PG-7VM | 70 mm | VMZ | 14-87-11 | 1987 | 60 | 60 | 0 | | MDL Camara
      Gendarmerie | M4 | Obus de mortier | M61 | 60 mm | TDA | | | 90 | 72 | -18 | 17/12/2018 | MDL Camara`,
    fields: {
      'Corps détenteur': 'stock.holder',
      Type: 'stock.class',
      Désignation: 'stock.model',
      Calibre: 'stock.calibre',
      Fabricant: 'stock.producer',
      'N° lot': 'stock.lot',
      'Année fab.': 'stock.year',
      'Stock physique': 'stock.quantity',
    },
    either: { 'Date inventaire': 'stock.covers_to' },
  },
  {
    name: 'fr attaques contre structures de sante',
    // "Type" is the kind of event here, not the class of an object.
    table: `
      ID | Date evenement | Date signalement | Pays | Region | Ville | Structure touchee | Type | Auteur | Arme utilisee | Morts | Blesses | Source | Resume
      SAN-0091 | 2022-08-03 | 2022-08-05 | Niger | Tillaberi | Tondi | CSI de Tondi | attaque armee | GA non identifie | fusils d'assaut | 1 | 3 | responsable CSI | Hommes a moto, pharmacie videe
      SAN-0092 | 2022-08-11 | 2022-08-11 | Niger | Diffa | Kabi | ambulance | EEI | | engin explosif | 2 | 0 | ONG partenaire | Vehicule saute sur la piste
      SAN-0095 | 2022-09-01 | 2022-09-09 | Mali | Mopti | | hopital de district | pillage | milice locale | | 0 | 0 | radio locale |
      SAN-0097 | 2022-09-20 | 2022-09-22 | Mali | Mopti | Ouro-Bela | poste de sante | embuscade | GA non identifie | roquette | 0 | 4 | ONG partenaire | Convoi vaccination vise au retour`,
    fields: {
      ID: 'incidents.incident_ref',
      'Date evenement': 'incidents.date',
      Pays: 'incidents.country',
      Region: 'incidents.admin1',
      Ville: 'incidents.place',
      Type: 'incidents.kind',
      Auteur: 'incidents.presumed_actor',
      Resume: 'incidents.summary',
    },
    either: {
      'Structure touchee': 'incidents.target',
      'Arme utilisee': 'items.class',
      Source: 'incidents.reported_by',
    },
  },
  {
    name: 'en vehicle fleet, nothing to take',
    table: `
      Fleet No | Reg Plate | Type | Make | Model | Year | Chassis No | Date Acquired | Origin | Location | Odometer (km) | Driver | Insurance Expiry | Remarks
      V-01 | UAX 118K | Station wagon | Toyota | Land Cruiser 78 | 2015 | JTERB71J100012345 | 12/02/2016 | Japan | Main office | 184,220 | P. Oloo | 31/01/2023 | new tyres due
      V-02 | UAX 240M | Pick-up | Toyota | Hilux | 2018 | AHTKB8CD402900117 | 03/09/2018 | South Africa | Field base east | 96,411 | R. Achan | 30/08/2022 |
      V-05 | | Motorcycle | Yamaha | AG 200 | 2012 | | 20/06/2013 | Japan | Field base east | | | | for disposal
      V-07 | UBB 031C | Minibus | Nissan | Urvan | 2019 | JN1TG4E25Z0700031 | 15/11/2019 | | Main office | 41,870 | G. Lam | 14/11/2022 | radio no. 12`,
    fields: {},
    either: {},
  },
]
