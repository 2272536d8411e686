export const andMore = (works: number) =>
  `und ${works.toLocaleString('de-DE')} ${works === 1 ? 'weiteres Werk' : 'weitere Werke'} an`
export const theWall = 'der Wand'
export const alsoRunning = 'Außerdem laufen:'

export const takePart = 'Mitmachen'
export const sign = {
  verb: 'Unterschreibe einen Stimmzettel.',
  rest: 'Er wiegt so viel wie die Stimmen, die du hältst. Kein Gas; änderbar bis zum Schluss.',
}
export const brief = {
  verb: 'Schreibe einen Auftrag.',
  rest: 'Unterschreibe, was du sehen willst. Was durch die Prüfungen kommt, wird gehängt.',
}
export const recount = { verb: 'Zähle nach.', rest: 'Dein Browser prüft jede Stimme.' }
