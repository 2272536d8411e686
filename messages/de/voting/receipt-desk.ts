export const waiting = [
  'Der Stimmzettel im Blatt',
  'Die Unterschrift des Betreibers und der Weg zur Wurzel',
  'Der neueste Kopf',
  'Dieses Blatt darunter',
  'Dass er den Kopf der Quittung fortsetzt',
  'Der Kopf auf der Chain',
  'Der versiegelte Kopf',
]
export const again = 'Noch einmal'
export const remembered = (number: number) =>
  `Dieses Gerät kennt den Stimmzettel als Nummer ${number} im Protokoll.`
export const offline = {
  is: 'Keine Verbindung.',
  next: 'Die Quittung wird geholt und geprüft, sobald das Netz zurück ist.',
}
export const unreadable = { is: 'Die Quittung war nicht zu lesen.', next: 'Nichts wurde geändert.' }
export const missing = {
  is: 'Hier gibt es keine Quittung zu zeigen.',
  whileOpen:
    'Bis zum Schluss sieht eine Quittung nur der Browser, der sie bekam, oder wer damit abgestimmt hat, angemeldet. Wenn du sie gespeichert hast, beweist die Datei deinen Stimmzettel ohne diese Seite.',
  closed:
    'Kein Stimmzettel mit diesem Digest steht im Protokoll. Wenn du eine Quittung dafür hast, prüfe sie gegen die Akte der Runde.',
}
export const toWall = 'Zur Wand'
export const fetching = 'Die Quittung wird geholt …'
export const yours = (number: number) => `Dein Stimmzettel ist Nummer ${number} im Protokoll.`
export const somebodys = (number: number) => `Dieser Stimmzettel ist Nummer ${number} im Protokoll.`
export const save = 'Speichern'
export const verify = 'Jetzt prüfen'
export const yourBallot = 'dein Stimmzettel'
export const thisBallot = 'dieser Stimmzettel'
export const others = 'andere Stimmzettel'
export const othersUntil = (close: string) => `andere Stimmzettel, verschlossen bis ${close}`
export const checking = 'wird in diesem Browser geprüft'
export const checked = (time: string | undefined) => `in diesem Browser geprüft, ${time}`
