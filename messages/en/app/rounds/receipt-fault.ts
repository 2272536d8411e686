export const what = 'The receipt'
