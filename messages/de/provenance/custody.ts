export const title = 'Herkunft'
/** So many lines of each verdict. */
export const counted = {
  checked: (count: number) => `${count} grün`,
  broken: (count: number) => `${count} gebrochen`,
  attested: (count: number) => `${count} bezeugt`,
  unknown: (count: number) => `${count} unbekannt`,
  todo: (count: number) => `${count} offen`,
}
export const found = 'gefunden'
export const signed = 'unterschrieben'
