export const title = 'Runde entwerfen'
export const kept = 'Was du eingegeben hast, bleibt auf dieser Seite.'
export const backToDesk = 'Zurück zum Pult'
export const about =
  'Alles lässt sich ändern, bis du die Einreichung eröffnest. Dann frieren die Regeln ein, und ihr Hash ist die Kennung der Runde.'
export const noCommunity = 'Noch gibt es keine Gemeinschaft.'
export const whyCommunity =
  'Eine Runde gehört zu einer Gemeinschaft: Deren Sammlung prägt die gewählten Werke.'
export const foundOne = 'Eine gründen'
