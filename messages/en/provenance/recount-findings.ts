export const unread = 'The record of the round could not be read here.'
