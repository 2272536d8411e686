export const registered = 'Hier schon eingetragen.'
