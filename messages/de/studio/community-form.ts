export const symbolNeeded = 'Zwei bis acht Großbuchstaben oder Ziffern.'
