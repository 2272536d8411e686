export const what = 'The list of records'
