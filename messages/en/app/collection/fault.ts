export const what = 'The collection'
