export const called = (number: number, title: string) =>
  title === '' ? `#${number}` : `#${number} „${title}“`
export const otherTitle = (work: string, here: string) => `${work}: Diese Nummer ist hier „${here}“.`
export const notHere = (work: string) => `${work}: Es hängt nicht in dieser Runde.`
export const duelsOfOther = (voter: string) =>
  `Die Duelle von ${voter}…: Nur dieses Konto kann sie fortsetzen.`
