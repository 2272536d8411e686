export const notJson = 'sie ist nicht in JSON geschrieben'
