export const called = (number: number, title: string) =>
  title === '' ? `#${number}` : `#${number} “${title}”`
export const otherTitle = (work: string, here: string) => `${work}: that number is “${here}” here.`
export const notHere = (work: string) => `${work}: it does not hang in this round.`
export const duelsOfOther = (voter: string) =>
  `The duels of ${voter}…: only that account can go on with them.`
