const NUMBERS = 'null einem zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ')
const inWords = (count: number) => NUMBERS[count] ?? String(count)
const failures = (count: number) => `${inWords(count)} ${count === 1 ? 'Fehler' : 'Fehlern'}`

export const takesPictures = 'nimmt Bilder an'
export const failedLast = (count: number) =>
  count === 1
    ? 'nimmt Bilder an; das letzte misslang'
    : `nimmt Bilder an; die letzten ${inWords(count)} misslangen`
export const asksToWait = (until: string) => `bittet um Geduld bis ${until}`
export const leftAlone = (until: string, count: number) => `pausiert bis ${until}, nach ${failures(count)}`
export const tried = (count: number) => `wird mit einem Bild probiert, nach ${failures(count)}`
export const percent = (share: number) => `${share} %`
export const taken = (accepted: number, judged: number) => `${accepted} von ${judged}`
export const failed = (count: number) => `${count} misslungen`
