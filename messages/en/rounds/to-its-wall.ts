export const toWall = 'To the wall'
