export const hung = (works: number, places: number) =>
  `${works.toLocaleString('en-GB')} of ${places.toLocaleString('en-GB')} hung`
