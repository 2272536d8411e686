export const several = 'Several collections have this token.'
