export const title = 'Pult'
export const about =
  'Hier richtet die Leitung Runden ein, eröffnet und schließt sie und prägt, immer aus der eigenen Wallet.'
export const signedInAs = 'Angemeldet als'
export const yourCommunities = 'Deine Gemeinschaften'
export const foundOne = 'Eine gründen'
export const noCommunity =
  'Dieses Konto leitet noch keine Gemeinschaft. Wer eine gründet, bringt ihre Sammlung aus der eigenen Wallet auf die Chain.'
export const rounds = 'Runden'
export const draftOne = 'Eine entwerfen'
export const draftRound = 'Runde entwerfen'
export const noRound = 'Noch keine Runde: Ein Titel, ein Auftrag, Termine und Plätze machen eine.'
export const standing = (state: string, until: string) => `${state}, Stimmen bis ${until}`
