export const notRegistered = 'Hier nicht eingetragen.'
