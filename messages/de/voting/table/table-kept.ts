export const here = 'Auf diesem Gerät gespeichert.'
