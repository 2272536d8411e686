export const hung = (works: number, places: number) =>
  `${works.toLocaleString('de-DE')} von ${places.toLocaleString('de-DE')} gehängt`
