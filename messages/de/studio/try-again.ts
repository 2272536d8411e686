export const tryPicture = (position: number) => `Bild ${position}: noch einmal`
export const tryAgain = 'Noch einmal'
export const left = (count: number) => `noch ${count} ${count === 1 ? 'Versuch' : 'Versuche'}`
