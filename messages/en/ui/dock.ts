export const waysOn = 'Ways on'
