export const pick = 'Wählen'
export const picked = 'Gewählt'
export const takesOff = '; drücken, um es wieder abzulegen'
