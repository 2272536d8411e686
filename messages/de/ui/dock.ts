export const waysOn = 'Wie es weitergeht'
