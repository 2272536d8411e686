const ONES =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const TENS = 'thirty forty fifty sixty seventy eighty ninety'.split(' ')
const LARGEST = 9999

/** A number as written, and how many words it took. */
export type Numeral = { value: number; length: number }

/** The number that starts at `index`: "40", "forty", "thirty two", "a dozen", "none"; or null. */
export function numeralAt(words: readonly string[], index: number): Numeral | null {
  const word = words[index] ?? ''
  if (/^\d+$/.test(word)) return { value: Math.min(LARGEST, Number(word)), length: 1 }
  if (word === 'none' || word === 'zero' || word === 'without') return { value: 0, length: 1 }
  if (word === 'single') return { value: 1, length: 1 }
  if (word === 'dozen') return { value: 12, length: 1 }
  if (word === 'hundred') return { value: 100, length: 1 }
  const ten = TENS.indexOf(word)
  const small = ONES.indexOf(word)
  if (small > 0 && words[index + 1] === 'hundred') return { value: small * 100, length: 2 }
  if (ten < 0 && small < 20) return small < 0 ? null : { value: small, length: 1 }
  const base = ten < 0 ? 20 : 30 + ten * 10
  const more = ONES.indexOf(words[index + 1] ?? '')
  return more > 0 && more < 10 ? { value: base + more, length: 2 } : { value: base, length: 1 }
}
