export const unread = 'Die Akte der Runde ließ sich hier nicht lesen.'
