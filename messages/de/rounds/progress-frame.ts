export const waiting = 'Wartet'
export const printing = 'Wird gedruckt'
export const hung = 'Gehängt'
export const refused = 'Abgewiesen'
export const picture = (position: number, title: string) => `Bild ${position}: ${title}`
