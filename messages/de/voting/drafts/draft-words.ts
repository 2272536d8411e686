import * as counts from '#messages/counts.ts'

const counted = (one: string, many: string) => (count: number) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('de-DE')} ${many}`

export const picks = counted('Wahl', 'Wahlen')
export const passes = counted('weggelegtes Werk', 'weggelegte Werke')
export const marksTakenOff = counted('entfernte Markierung', 'entfernte Markierungen')
export const ratings = counted('Wertung', 'Wertungen')
export const values = counted('Wert', 'Werte')
export const whole = {
  chosen: 'das Werk, das zählt',
  order: 'die Rangfolge',
  duels: 'die Duelle',
  note: 'die Notiz',
}
/** "a, b und c". */
export const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1)}`

export const unset = 'offen'
export const nothing = 'nichts'
export const picked = 'gewählt'
export const passed = 'weggelegt'
export const rated = (rating: string) => `mit ${rating} bewertet`
export const duels = (count: number) => counts.duels(count)
export const note = (written: string) => `„${written}“`
export const matters = {
  chosen: 'Das Werk, das zählt',
  order: 'Die Rangfolge',
  duels: 'Die Duelle',
  note: 'Die Notiz',
}
