export const hung = (count: number, places: number) => `${count} of ${places} hung`
