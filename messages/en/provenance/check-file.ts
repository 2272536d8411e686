export const notJson = 'it is not written in JSON'
