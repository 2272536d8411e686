export const overspent = (ballots: number) =>
  ballots === 1
    ? '1 Stimmzettel gab mehr Guthaben aus, als sein Stimmgewicht hergibt, und zählt nicht.'
    : `${ballots.toLocaleString('de-DE')} Stimmzettel gaben mehr Guthaben aus, als ihr Stimmgewicht hergibt, und zählen nicht.`
export const whose = (ballots: number) => (ballots === 1 ? 'Wessen er ist' : 'Wessen sie sind')
export const caption = 'Konten, deren Stimmzettel nicht zählen, mit ausgegebenem und erhaltenem Guthaben'
export const account = 'Konto'
export const spent = 'Ausgegeben'
export const credits = 'Guthaben'
export const others = (count: number) =>
  `und ${count === 1 ? '1 weiterer' : `${count.toLocaleString('de-DE')} weitere`}, alle in result.json`
