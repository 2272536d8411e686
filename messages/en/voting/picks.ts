export const kept = 'What you picked is kept on this device.'
