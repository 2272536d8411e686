export const still = 'Steht er noch im Protokoll?'
export const says = 'Was die Quittung sagt'
