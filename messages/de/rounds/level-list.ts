export const whatDecided = 'Was weiter unten bei Gleichstand entschied'
export const andMore = (pairs: number) =>
  `und ${pairs.toLocaleString('de-DE')} ${pairs === 1 ? 'weiteres Paar' : 'weitere Paare'}, ebenso`
