export const picture = 'Das Bild'
