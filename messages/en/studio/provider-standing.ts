const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')
const inWords = (count: number) => NUMBERS[count] ?? String(count)
const failures = (count: number) => `${inWords(count)} ${count === 1 ? 'failure' : 'failures'}`

export const takesPictures = 'takes pictures'
export const failedLast = (count: number) =>
  count === 1 ? 'takes pictures; the last one failed' : `takes pictures; the last ${inWords(count)} failed`
export const asksToWait = (until: string) => `asks to wait until ${until}`
export const leftAlone = (until: string, count: number) =>
  `left alone until ${until}, after ${failures(count)}`
export const tried = (count: number) => `to be tried with one picture, after ${failures(count)}`
export const percent = (share: number) => `${share} %`
export const taken = (accepted: number, judged: number) => `${accepted} of ${judged}`
export const failed = (count: number) => `${count} failed`
