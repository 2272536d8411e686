export const over = 'Umdrehen'
export const back = 'Zurückdrehen'
