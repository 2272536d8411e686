export const open = 'Deine Wallet ist offen'
export const noAnswer =
  'Noch keine Antwort. Entsperre deine Wallet-App, oder suche ihr Fenster hinter diesem.'
export const stop = 'Nicht mehr warten'
export const back = 'Zurück'
