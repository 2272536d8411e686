export const putBack = 'Zurücklegen'
export const takeOff = 'Ablegen'
