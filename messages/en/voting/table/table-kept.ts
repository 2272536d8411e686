export const here = 'Kept on this device.'
