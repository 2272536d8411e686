export const pageTitle = (round: string) => `${round}: das Protokoll`
export const neverOpened = 'Diese Runde wurde nie für Stimmen eröffnet.'
export const none = 'Noch gibt es kein Protokoll.'
export const begins = (opens: string) =>
  `Es beginnt, wenn die Abstimmung eröffnet wird, ${opens}. Der erste Stimmzettel ist sein erstes Blatt.`
export const title = 'Das Protokoll'
export const toResult = 'Zum Ergebnis'
export const toWall = 'Zur Wand'
export const whatItIs =
  'Jeder Stimmzettel ist ein Blatt dieses Baums, in der Reihenfolge des Eingangs. Was in einem Blatt steht, bleibt bis zum Schluss verschlossen; sein Hash ist von Anfang an öffentlich.'
export const onlyGrows =
  'Ein Baum kann wachsen und sonst nichts: Ein Stimmzettel, der weggelassen, geändert oder verschoben wurde, ergäbe eine andere Wurzel.'
