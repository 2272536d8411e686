import { figure } from '#messages/voting/figure.ts'

/** What is wrong with the log as a whole; without a full stop, as it is put into a sentence. */
export const shrank = (before: number, now: number) =>
  `The server showed head ${figure(before)} before, and now shows ${figure(now)} as the newest`
export const twoHeads = (size: number) =>
  `Two heads of ${figure(size)} leaves were shown, with different roots`
export const twoAnchors = (size: number) => `Two heads of ${figure(size)} leaves were said to be on chain`
export const tooFewLeaves = (size: number, published: number) =>
  `A head of ${figure(size)} leaves is signed, and only ${figure(published)} leaf hashes are published`

/** What is wrong with one head. */
export const unpublished = 'its leaf hashes are not published'
export const otherRoot = 'the leaf hashes make another root'
export const notSigned = 'it is not signed by the operator'
export const notContinued = (size: number) => `it does not continue head ${figure(size)}`
