export const here = 'Auf diesem Gerät behalten.'
