export const dollars = 'Dollars, as in 12.50. Empty: no bound.'
export const upToHundred = 'From 0 to 100.'
export const oneCounts = 'At least one of the three counts.'
