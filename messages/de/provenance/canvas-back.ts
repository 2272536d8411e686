export const back = 'Die Rückseite des Werks mit ihren Etiketten'
