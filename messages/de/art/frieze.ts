export const hung = (count: number, places: number) => `${count} von ${places} gehängt`
