export const noAddress = 'Eine Adresse hat 0x und 40 hexadezimale Ziffern.'
export const votingFor = 'Abstimmung für den Safe'
export const voteForYourself = 'Lieber für dich abstimmen'
export const question = 'Halten mehrere die Stimmen in einem Safe?'
export const voteForSafe = 'Für einen Safe abstimmen'
export const address = 'Adresse des Safes'
export const hint =
  'Nichts muss verbunden sein: Seine Eigentümer:innen unterschreiben auf der nächsten Seite.'
export const voteForThis = 'Für diesen Safe'
