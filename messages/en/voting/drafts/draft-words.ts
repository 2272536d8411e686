import * as counts from '#messages/counts.ts'

const counted = (one: string, many: string) => (count: number) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${many}`

export const picks = counted('pick', 'picks')
export const passes = counted('pass', 'passes')
export const marksTakenOff = counted('mark taken off', 'marks taken off')
export const ratings = counted('rating', 'ratings')
export const values = counted('value', 'values')
export const whole = {
  chosen: 'the work that counts',
  order: 'the ranking',
  duels: 'the duels',
  note: 'the note',
}
/** "a, b and c". */
export const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

export const unset = 'unset'
export const nothing = 'nothing'
export const picked = 'picked'
export const passed = 'passed'
export const rated = (rating: string) => `rated ${rating}`
export const duels = (count: number) => counts.duels(count)
export const note = (written: string) => `“${written}”`
export const matters = {
  chosen: 'The work that counts',
  order: 'The ranking',
  duels: 'The duels',
  note: 'The note',
}
