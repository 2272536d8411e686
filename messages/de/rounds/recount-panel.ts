export const recount = 'Nachzählung'
