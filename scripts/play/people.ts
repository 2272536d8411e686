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
