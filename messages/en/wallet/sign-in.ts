export const notAccepted = 'not accepted'
