import type { ReactNode } from 'react'

const looks = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'look' : 'looks'}`
const times = (count: number) => (count === 1 ? 'once' : `${count.toLocaleString('en-GB')} times`)

export const title = 'Looks'
export const backToWall = 'Back to the wall'
export const about =
  'What is seen first is picked first. So the less a work was seen, the sooner it is shown.'
export const tooLittle =
  'Too little has been seen yet to take a record: until then every order is by lot alone.'
export const seen = (least: number, middle: number, most: number) =>
  `The least seen work was seen ${times(least)}, the middle one ${times(middle)}, the most seen one ${times(most)}.`
export const record = (total: number, takenAt: string, record: number) =>
  `Works by how often they were seen: ${looks(total)} in all, as of ${takenAt}, record ${record}.`
export const leastSeen = 'Least seen'
export const leastSeenWorks = 'The least seen works'
export const howDrawn = 'How a fair order is drawn'
export const whatCounts =
  'A work counts as seen when half of it stood in somebody’s window for a second, once a device. What is kept is a number for each work, and nothing about who looked.'
export const recordTaken =
  'Every so many looks the numbers are taken down. This is the record that orders are made from; nobody’s ballot has a part in it.'
export const howDealt =
  'A visitor is dealt four digits. From them, the round and the record every work draws a number below 2³², multiplied by one more than what it was seen oftener than the least seen work. The smallest comes first: seen once more is dealt half as soon.'
export const byLot = (every: number) =>
  `One place in ${every} goes by lot alone, so that no count, right or wrong, can hide a work.`
export const recordAsJson = 'this record as JSON'
export const orderFromIt = 'an order made from it'
export const makeItAgain = (deal: ReactNode, record: ReactNode, order: ReactNode) => (
  <>
    The address of a wall names its order ({deal}), and anyone can make it again: {record}, {order}. Counts
    rest on what browsers report, and on this server’s word.
  </>
)
