export const legend = 'Durchgänge durch die Werke'
