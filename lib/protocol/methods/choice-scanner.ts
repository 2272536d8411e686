const HASH = '#'.charCodeAt(0)
const ZERO = '0'.charCodeAt(0)
const NINE = '9'.charCodeAt(0)
const MOST_DIGITS = 6

/** Reads a text of choices from left to right; whatever does not fit is for the caller to refuse. */
export class ChoiceScanner {
  private at = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** Whether the text goes on with this one character; if so, it is passed. */
  takes(character: string): boolean {
    if (this.text.charCodeAt(this.at) !== character.charCodeAt(0)) return false
    this.at += 1
    return true
  }

  /** The number of a work, `#12`; 0 where there is none. */
  work(): number {
    if (this.text.charCodeAt(this.at) !== HASH) return 0
    this.at += 1
    return this.figure()
  }

  /** A whole number of at most six digits, without leading zeros; 0 where there is none. */
  figure(): number {
    const start = this.at
    let value = 0
    for (;;) {
      const code = this.text.charCodeAt(this.at)
      // Not a number beyond the end of the text, and false in every comparison.
      if (!(code >= ZERO && code <= NINE) || this.at - start === MOST_DIGITS) return value
      if (code === ZERO && value === 0) return 0
      value = value * 10 + (code - ZERO)
      this.at += 1
    }
  }

  isDone(): boolean {
    return this.at === this.text.length
  }
}

/** Works with one character between them; null for anything else. */
export function readWorks(text: string, between: string): number[] | null {
  const scanner = new ChoiceScanner(text)
  const numbers: number[] = []
  do {
    const number = scanner.work()
    if (number === 0) return null
    numbers.push(number)
  } while (scanner.takes(between))
  return scanner.isDone() ? numbers : null
}
