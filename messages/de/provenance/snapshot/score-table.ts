export const choice = 'Wahl'
export const columns = {
  published: 'Veröffentlicht',
  compatible: 'Kompatibel',
  exact: 'Exakt',
  difference: 'Differenz',
}
export const none = 'keine'
export const allVotes = 'Gewicht aller Stimmen'
