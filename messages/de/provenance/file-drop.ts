export const letGo = 'Lass los: Es wird hier geprüft.'
