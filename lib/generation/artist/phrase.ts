const NUMBERS =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )

/** "three", "40". */
export const numberWord = (value: number) => NUMBERS[value] ?? String(value)

/** "three stems", "one stem". */
export const counted = (value: number, singular: string, plural = `${singular}s`) =>
  `${numberWord(value)} ${value === 1 ? singular : plural}`

/** "red, blue and green". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? ''
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`
}

export const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
