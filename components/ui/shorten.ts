/**
 * A hash or address cut to its ends: `0x9c41…e07b` (4 and 4) or `0x68c61415…744815d8` (8 and 8).
 * A value that would not get shorter stays whole.
 */
export function shorten(value: string, length: 'short' | 'long' | 'whole' = 'short'): string {
  if (length === 'whole') return value
  const prefix = value.startsWith('0x') ? 2 : 0
  const kept = length === 'long' ? 8 : 4
  if (value.length - prefix <= 2 * kept + 1) return value
  return `${value.slice(0, prefix + kept)}…${value.slice(-kept)}`
}
