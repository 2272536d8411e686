export const unread = 'The rest of the wall could not be read.'
export const kept = 'What you picked is kept on this device.'
export const again = 'Try again'
