export const menu = 'Menü'
export const close = 'Schließen'
