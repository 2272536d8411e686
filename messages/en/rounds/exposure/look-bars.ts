import * as counts from '#messages/counts.ts'

export const looks = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'look' : 'looks'}`
export const looksBetween = (from: number, to: number) => `${from} to ${to} looks`
export const worksSeen = (looks: string, works: number) => `${looks}: ${counts.works(works)}`
