/**
 * The real attacks that the source names, without marks or items: date, kind, place and what it says of the dead.
 * Source: Holger Anders, "Monitoring Illicit Arms Flows: The Role of UN Peacekeeping Operations", Small Arms Survey,
 * Briefing Paper, June 2018, the case study on rifles and its notes 10 to 14.
 */
import { each, type Row } from './row.ts'

const cited = 'Real event. Source: Anders, Monitoring Illicit Arms Flows, Small Arms Survey, June 2018'

export const realAttacks: readonly Row[] = each({ kind: 'attack', geo_precision: 'place' }, [
  {
    incident_ref: 'SEVARE-2015',
    date: '2015-08-07',
    country: 'ML',
    place: 'Sévaré',
    target: 'un',
    presumed_actor: 'Al Murabitun',
    actor_basis: 'claim',
    summary: `A guesthouse in which UN contractors lived: eight people and one assailant died. ${cited}, case study.`,
  },
  {
    incident_ref: 'BAMAKO-2015',
    date: '2015-11-20',
    country: 'ML',
    place: 'Bamako',
    target: 'business',
    summary: `Radisson Blu Hotel. ${cited}, note 10.`,
  },
  {
    incident_ref: 'OUAGADOUGOU-2016',
    date: '2016-01-15',
    country: 'BF',
    place: 'Ouagadougou',
    target: 'business',
    summary: `Cappuccino restaurant and Splendid Hotel. ${cited}, note 11.`,
  },
  {
    incident_ref: 'GRAND-BASSAM-2016',
    date: '2016-03-13',
    country: 'CI',
    place: 'Grand-Bassam',
    target: 'business',
    summary: `Resorts on the beach. ${cited}, note 12.`,
  },
  {
    incident_ref: 'BAMAKO-2016',
    date: '2016-03-21',
    country: 'ML',
    place: 'Bamako',
    target: 'business',
    summary: `Azalai Hotel Nord-Sud. ${cited}, note 10.`,
  },
  {
    incident_ref: 'GAO-2016',
    date: '2016-11-29',
    country: 'ML',
    admin1: 'Gao',
    place: 'Gao',
    summary: `At the airport. ${cited}, note 13.`,
  },
  {
    incident_ref: 'KANGABA-2017',
    date: '2017-06-18',
    country: 'ML',
    place: 'Campement Kangaba, near Bamako',
    summary: `${cited}, note 14.`,
  },
  {
    incident_ref: 'OUAGADOUGOU-2017',
    date: '2017-08-13',
    country: 'BF',
    place: 'Ouagadougou',
    target: 'business',
    summary: `Istanbul restaurant. ${cited}, note 14.`,
  },
  {
    incident_ref: 'DOUENTZA-2017',
    date: '2017-08-14',
    country: 'ML',
    admin1: 'Mopti',
    place: 'Douentza',
    target: 'un',
    summary: `Camp of MINUSMA. ${cited}, note 14.`,
  },
  {
    incident_ref: 'TIMBUKTU-2017',
    date: '2017-08-14',
    country: 'ML',
    place: 'Timbuktu',
    target: 'un',
    summary: `Camp of MINUSMA. ${cited}, note 14.`,
  },
])
