export const looking = 'Es wird nachgesehen, wer hier ist …'
export const unread = 'Wer zu leihen ist, war nicht zu lesen: Dieser Server oder seine Chain antwortet nicht.'
export const lookAgain = 'Noch einmal nachsehen'
export const nobody =
  'Noch ist hier niemand zu leihen. Die Figuren der Demo kommen mit ihrer ersten Gemeinschaft, außer diese Instanz wurde mit VERSO_SEED=0 gestartet. Eine eigene Wallet geht ebenso.'
export const whose = 'Wessen Identität?'
export const worthless =
  'Sie leben auf der Chain dieser Maschine. Alle kennen ihre Schlüssel, also sind sie anderswo nichts wert.'
