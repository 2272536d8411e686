export const nothing = 'Von diesem Konto hängt nichts.'
export const why =
  'Wer Werke macht, hat hier eine Seite, sobald eines von ihnen die Prüfungen einer Runde bestanden hat.'
export const toRounds = 'Zu den Runden'
