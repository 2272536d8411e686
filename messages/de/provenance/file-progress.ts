export const progressOf = (name: string) => `Fortschritt der Prüfung von ${name}`
export const cancel = 'Abbrechen'
