export const pick = 'Pick'
export const picked = 'Picked'
export const takesOff = '; press to take it off'
