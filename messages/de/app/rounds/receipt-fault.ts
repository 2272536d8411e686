export const what = 'Die Quittung'
