/** What the doctor found about one thing: it is well, worth knowing, or missing. */
export type Finding = {
  level: 'ok' | 'note' | 'wrong'
  /** What was looked at: a variable's name, or a part. */
  about: string
  says: string
  /** What to do about it, when something can be done. */
  next?: string
}

export const ok = (about: string, says: string): Finding => ({ level: 'ok', about, says })

export const note = (about: string, says: string, next?: string): Finding => ({
  level: 'note',
  about,
  says,
  ...(next && { next }),
})

export const wrong = (about: string, says: string, next: string): Finding => ({
  level: 'wrong',
  about,
  says,
  next,
})

/** The first line of what went wrong: addresses and keys in a cause's further lines stay out of a terminal. */
export function causeOf(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error)
  return text.split('\n', 1)[0] ?? ''
}
