const withBallots = (count: number) =>
  `mit ${count.toLocaleString('de-DE')} ${count === 1 ? 'Stimmzettel' : 'Stimmzetteln'}`

export const closed = (moment: string, ballots: number) =>
  `Die Abstimmung schloss am ${moment}, ${withBallots(ballots)} im Protokoll.`
export const sealed = (ballots: number) => `Das Protokoll ist ${withBallots(ballots)} versiegelt.`
export const sealedEmpty = 'Das Protokoll ist ohne einen Stimmzettel versiegelt.'
export const sealing = (moment: string) =>
  `Das Protokoll wird am ${moment} versiegelt. Bis dahin kann es mit einer Quittung jede:r versiegeln.`
export const counted = 'Jeder Stimmzettel wird geprüft und gezählt, und die ganze Akte wird veröffentlicht.'
export const closedOnChain = 'Die Leitung unterschreibt den Schluss: Das Ergebnis kommt auf die Chain.'
export const challenge = 'Jede:r kann Einspruch erheben, bevor geprägt werden kann, was gewählt wurde.'

export const cancelled = 'Diese Runde wurde abgesagt.'
export const votingUntil = (moment: string) => `Abgestimmt wird bis ${moment}.`
export const noTotals =
  'Vorher gibt es keine Zwischenstände: Niemand sieht, was andere gewählt haben, auch die Leitung nicht.'
export const votingFrom = (moment: string) => `Die Abstimmung öffnet am ${moment}.`
export const afterClose = 'Das Ergebnis kommt nach ihrem Schluss.'
export const awaited = 'Die Abstimmung ist geschlossen, das Ergebnis steht noch aus.'
export const toTheWall = 'Zur Wand'
