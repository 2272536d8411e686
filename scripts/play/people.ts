import { type Hex, keccak256, toHex } from 'viem'

/** Keys of people who only live on a local chain: anyone can derive them, so they are worth nothing elsewhere. */
export function localKey(role: string): Hex {
  return keccak256(toHex(`verso local identity: ${role}`))
}

const FIRST = [
  'Ines',
  'Jun',
  'Aylin',
  'Teodor',
  'Marguerite',
  'Priya',
  'Kofi',
  'Lena',
  'Mateo',
  'Noor',
  'Sanna',
  'Yusuf',
]
const LAST = [
  'Okafor',
  'Watari',
  'Soysal',
  'Brandt',
  'Lund',
  'Raman',
  'Mensah',
  'Vogel',
  'Rivas',
  'Haddad',
  'Salo',
  'Demir',
]

/** A name for the n-th person, the same every time. */
export function nameOf(n: number): string {
  return `${FIRST[n % FIRST.length]} ${LAST[(n * 5 + Math.floor(n / FIRST.length)) % LAST.length]}`
}
