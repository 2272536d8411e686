export const dollars = 'Dollar, wie in 12,50. Leer: ohne Grenze.'
export const upToHundred = 'Von 0 bis 100.'
export const oneCounts = 'Mindestens eines der drei zählt.'
