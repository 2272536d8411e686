export const what = 'Die Sammlung'
