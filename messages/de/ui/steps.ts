export const done = ' (erledigt)'
