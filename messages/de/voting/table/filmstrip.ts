export const name = 'Werke dieser Runde'
