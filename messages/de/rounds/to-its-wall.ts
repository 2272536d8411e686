export const toWall = 'Zur Wand'
