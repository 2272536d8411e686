export const pageTitle = 'Gemeinschaft gründen'
export const title = 'Gründen'
export const newCommunity = 'Neue Gemeinschaft'
export const kept = 'Was du eingegeben hast, bleibt auf dieser Seite.'
export const backToDesk = 'Zurück zum Pult'
export const about =
  'Ein Vertrag trägt ihre Runden und Token. Du bringst ihn auf die Chain, du leitest sie; dieser Server führt nur das Protokoll.'
export const noOperatorKey = 'Dieser Server hat keinen Betreiberschlüssel.'
export const setOperatorKey =
  'Setze OPERATOR_PRIVATE_KEY: Die Sammlung nennt das Konto, das die Köpfe des Protokolls unterschreibt.'
