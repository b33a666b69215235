/** The leads that the stories plant: what an analyst should be led to, by what its alert is about. */
export const plantedLeads: readonly { readonly name: string; readonly about: string }[] = [
  { name: 'rifles of one model, maker and year in six attacks', about: 'arm|producer|model=R-62;producer=Works 9' },
  { name: 'a seizure that later attacks complete', about: 'arm|producer|model=R-55;producer=Works 5' },
  { name: 'rounds that one group alone has', about: 'ammunition|producer|calibre=7.62x39;producer=Works 4' },
  { name: 'support from the North for the Lakes', about: 'ammunition|producer|calibre=12.7x108;producer=Works 6' },
  {
    name: 'detonators of one shift, exported in November and found in May',
    about: 'detonator|producer|model=D-12;producer=Works 21',
  },
  { name: 'materiel newer than the embargo: a machine gun', about: 'DDR-BRIDGE light-weapon' },
  { name: 'materiel newer than the embargo: a pistol', about: 'arm|producer|model=P-12;producer=Works 7' },
  { name: 'explosives exported in November, found in May', about: 'CACHE-QUARRY explosive' },
]
