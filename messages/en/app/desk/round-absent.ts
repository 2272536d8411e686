export const nothing = 'There is no such round on this desk.'
export const why = 'A round is addressed here by its id, or by its draft before it has one.'
export const toDesk = 'To the desk'
