export const recount = 'Recount'
