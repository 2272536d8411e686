export const until = 'until'
