export const why = 'Das Pult zeigt, was dein Konto tun darf.'
export const fetching = 'Dein Pult wird geholt …'
export const kept = 'Nichts geht verloren.'
