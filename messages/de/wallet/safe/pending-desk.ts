import * as counts from '#messages/counts.ts'

export const chosen = (works: number) =>
  works === 0 ? 'Er enthält sich' : works === 1 ? 'Ein Werk' : `${works} Werke`
export const chosenAside = 'was dieser Stimmzettel wählt'
export const connect = 'Als Eigentümer:in verbinden'
export const walletShows =
  'Sie zeigt eine SafeMessage mit einer Zeile, dem Digest dieses Stimmzettels. Zeigt sie etwas anderes, schließe sie: Der Stimmzettel bleibt.'
export const sending = 'Unterschrieben. Wird abgegeben …'
export const ballotKept = 'Der Stimmzettel ist noch da.'
export const noOwner = 'Diesem Konto gehört der Safe nicht mit.'
export const useOwner =
  'Verwende eines der hier genannten Konten. Was die anderen unterschrieben haben, ist noch da.'
export const sign = (works: number) =>
  `Für den Safe unterschreiben: ${works === 0 ? 'Enthaltung' : works === 1 ? '1 Werk' : `${works} Werke`}, ohne Gas`
export const messageBefore = 'Deine Wallet zeigt eine SafeMessage mit einer Zeile: '
export const messageAfter =
  '. Das ist der Digest des Stimmzettels hier. Nichts wird an eine Chain gesendet, und nichts wird bezahlt.'
export const passOn =
  'Sende die Adresse dieser Seite an die anderen Eigentümer:innen: Sie öffnet sich auf jedem Gerät bis zum Schluss. Wer sie hat, kann den Stimmzettel lesen; gib sie also niemandem sonst.'
export const sendNow = 'Jetzt senden'
export const copied = 'Kopiert'
export const copyAddress = 'Adresse dieser Seite kopieren'
export const signedOnChain = 'Auf der Chain unterschrieben: prüfen'
export const takenAs = (number: number) => `Der Stimmzettel des Safes ist Nummer ${number} im Protokoll.`
export const taken = 'Der Stimmzettel des Safes steht im Protokoll.'
export const toReceipt = 'Zur Quittung'
export const takenHow =
  'Seine Eigentümer:innen haben unterschrieben, und sein Vertrag hat die Unterschriften angenommen. Bis zum Schluss kann der Safe ihn ersetzen.'
export const makeNew = 'Neuen machen'
export const refused = 'Dieser kann nicht mehr gesendet werden. Ein neuer bekommt eine spätere Nummer.'
export const over = 'Dieser Stimmzettel kann nicht mehr gesendet werden.'
export const toWall = 'Zur Wand'
export const overWhy = 'Die Abstimmung ist geschlossen, oder die Runde wurde abgesagt.'
export const sheet = 'Der Text, den der Safe unterschreibt'
export const meaning = (works: number) => (works === 0 ? 'er enthält sich' : counts.works(works))
export const theSafe = 'der Safe'
