export const name = 'Survey'
