export const what = 'This round'
