export const ballotKept = 'Dein Stimmzettel ist noch da.'
export const unsent = 'Unterschrieben, aber dieser Server war nicht erreichbar.'
export const sendAgain = 'Noch einmal senden'
export const signatureKept =
  'Deine Unterschrift bleibt auf dieser Seite. Nichts muss noch einmal unterschrieben werden.'
export const takeNext = 'Nächste Nummer nehmen und neu unterschreiben'
export const back = 'Zurück zum Stimmzettel'
export const picksKept = 'Deine Wahl ist noch da.'
export const connect = 'Wallet verbinden und unterschreiben'
export const walletShows =
  'Sie zeigt diese zehn Zeilen. Zeigt sie etwas anderes, schließe sie: Dein Stimmzettel bleibt.'
export const sending = 'Unterschrieben. Kommt ins Protokoll …'
export const noVotes = 'Dieses Konto hat in dieser Runde keine Stimmen: Warum, steht daneben.'
export const sign = (summary: string) => `Stimmzettel unterschreiben: ${summary}, ohne Gas`
export const withBorrowedKey =
  'Diese zehn Zeilen werden unterschrieben, sofort und mit einem geliehenen Schlüssel.'
export const withWallet =
  'Deine Wallet öffnet sich und zeigt diese zehn Zeilen. Zeigt sie etwas anderes, schließe sie: Dein Stimmzettel bleibt.'
export const free = 'Nichts wird an eine Chain gesendet, und nichts wird bezahlt.'
