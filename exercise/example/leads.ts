/** The leads that the stories plant: what an alert about each is about, and the incident that makes it one. */
export const plantedLeads: readonly { readonly name: string; readonly about: string; readonly incident: string }[] = [
  {
    name: 'rifles of one model, maker and year in six attacks',
    about: 'arm|producer|model=R-62;producer=Works 9',
    incident: 'HOTEL-GANNET',
  },
  {
    name: 'a seizure that later attacks complete',
    about: 'arm|producer|model=R-55;producer=Works 5',
    incident: 'BATHS',
  },
  {
    name: 'rounds that one group alone has',
    about: 'ammunition|producer|calibre=7.62x39;producer=Works 4',
    incident: 'REED-2',
  },
  {
    name: 'support from the North for the Lakes',
    about: 'ammunition|producer|calibre=12.7x108;producer=Works 6',
    incident: 'CONVOY-TEAL',
  },
  {
    name: 'explosives exported in November, found in May',
    about: 'CACHE-QUARRY explosive',
    incident: 'CACHE-QUARRY',
  },
  {
    name: 'a detonator of the same shift on a road',
    about: 'detonator|producer|model=D-12;producer=Works 21',
    incident: 'ROAD-BITTERN',
  },
  {
    name: 'a machine gun newer than the embargo',
    about: 'DDR-BRIDGE light-weapon',
    incident: 'DDR-BRIDGE',
  },
  {
    name: 'a pistol of the year in which it began',
    about: 'arm|producer|model=P-12;producer=Works 7',
    incident: 'DDR-BRIDGE',
  },
]
