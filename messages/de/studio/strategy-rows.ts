export const linesAtFault = (count: number) =>
  count === 1
    ? 'Eine Zeile ist kein Eintrag.'
    : `${count.toLocaleString('de-DE')} Zeilen sind keine Einträge.`
export const list = 'Die Liste'
export const listHint =
  'Eine Adresse und eine Menge je Zeile, als CSV oder JSON; ohne Menge ist es 1. Sie wird ganz veröffentlicht.'
export const line = (number: number) => `Zeile ${number}`
export const fromFile = 'Aus einer Datei nehmen'
export const rows = (count: number) =>
  count === 1 ? '1 Eintrag' : `${count.toLocaleString('de-DE')} Einträge`
export const anotherList = 'Andere Liste'
export const atMost = 'Höchstens'
export const atMostHint = 'In Basiseinheiten, vor allem anderen. Leer: keine Grenze.'
export const weight = 'Gewicht'
export const asMuch = 'so viel, wie da ist'
export const squareRoot = 'die Quadratwurzel davon'
export const votes = 'Stimmen'
export const votesHint = 'So viele …'
export const forEach = 'für je'
export const forEachHint = '… für so viele Basiseinheiten.'
export const givesVotes = 'Was Stimmen gibt'
export const tokenAddress = 'Adresse dieses Tokens'
export const chain = 'Chain'
export const id = 'Id'
export const votesOfAddress = 'Stimmen je Adresse'
export const addressesCostNothing = 'Adressen kosten nichts: Wer tausend anlegt, hat tausend Stimmen.'
export const takeOff = 'Quelle entfernen'
export const onlyThese = 'Nur diese geben in dieser Runde Stimmen; sie werden zusammengezählt.'
export const asEveryRound = 'Wie in jeder Runde der Gemeinschaft.'
export const addAnother = 'Weitere Quelle'
export const chooseOthers = 'Andere Quellen wählen'
export const mostOfAccount = 'Meiste Stimmen eines Kontos'
export const optional = 'freiwillig'
export const mostOfAccountHint = 'Was darüber liegt, wiegt nichts.'
export const alsoHeld = 'Auch gehalten, Tage davor'
export const alsoHeldHint =
  'Etwa 30, 7: Es zählt das Wenigste von dem, was damals und am Stichtag gehalten wurde.'
