export const putBack = 'Put back'
export const takeOff = 'Take off'
