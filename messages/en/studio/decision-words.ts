const NUMBERS = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ')
const inWords = (count: number) => NUMBERS[count] ?? String(count)
const TIMES = ['', 'once', 'twice']
const times = (count: number) => TIMES[count] ?? `${inWords(count)} times`

export const cheapest = 'cheapest'
export const fastest = 'fastest'
export const mostPromising = 'most promising'
export const ahead = (goods: readonly string[], able: number) =>
  `${goods.join(' and ')} of ${inWords(able)} that could`
export const inBalance = (able: number) => `best in balance of ${inWords(able)} that could`
export const onlyOne = 'the only one that could'
export const byCreator = 'its creator chose it'
export const byModel = 'the model of the work that it varies'
export const trial = 'one picture, to see whether it is back'
export const never = {
  size: (name: string) => `${name} cannot make this size`,
  loras: (name: string) => `${name} does not render with LoRAs`,
  privacy: (name: string) => `${name} may not see the words`,
  licence: (name: string) => `what ${name} makes is not free to use`,
  budget: (name: string) => `${name} was beyond the budget`,
}
export const leftAlone = (name: string, until: string, failures: number | null) =>
  failures === null
    ? `${name} was left alone until ${until}`
    : `${name} was left alone until ${until}, because it failed ${times(failures)}`
export const beingTried = (name: string) => `${name} was being tried with another picture`
export const hadToWait = (name: string, wait: string) => `${name} took none for another ${wait}`
