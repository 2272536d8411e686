export const borrow = 'Identität leihen'
export const borrowedBefore = 'Geliehen: '
export const borrowedAfter =
  '. Was du drückst, wird sofort unterschrieben, mit einem Schlüssel, den alle kennen: anderswo nichts wert.'
export const giveBack = 'Zurückgeben'
export const borrowAnother = 'Jemand anderen leihen'
