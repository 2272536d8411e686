import * as counts from '#messages/counts.ts'

export const looks = (count: number) => `${count.toLocaleString('de-DE')} ${count === 1 ? 'Blick' : 'Blicke'}`
export const looksBetween = (from: number, to: number) => `${from} bis ${to} Blicke`
export const worksSeen = (looks: string, works: number) => `${looks}: ${counts.works(works)}`
