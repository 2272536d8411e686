export const turnOver = 'Umdrehen'
export const onItsWay = 'Unterwegs'
export const compare = 'Vergleichen'
export const more = 'Mehr'
