import * as counts from '#messages/counts.ts'
import { figure } from '#messages/voting/figure.ts'

export const headFault = (size: number, fault: string) => `Head ${figure(size)}: ${fault}.`
export const otherAnchor = (size: number) => `The head of ${figure(size)} leaves on chain is not of this log.`
export const otherOnChain = (size: number) =>
  `The chain has a head of ${figure(size)} leaves that these leaf hashes do not make.`
export const notAsHeadsSay = 'The log is not what its heads say.'
export const holds = (ballots: number) =>
  ballots === 1 ? 'One ballot is in the log.' : `${counts.ballots(ballots)} are in the log.`

const heads = (count: number) =>
  `${figure(count)} ${count === 1 ? 'signed head follows' : 'signed heads follow'}`
const onChain = (anchors: number) =>
  anchors > 0 ? `; ${anchors === 1 ? 'one stands' : `${anchors} stand`} on chain` : ''
type Computed = { leaves: number; signed: number; anchors: number }
export const computed = ({ leaves, signed, anchors }: Computed) =>
  `Computed in this browser: ${heads(signed)} from ${leaves === 1 ? 'its hash' : 'their hashes'}, each from the one before${onChain(anchors)}.`

/** The picture of the tree in words: whole sentences, in this order. */
export const tree = (leaves: number) =>
  `The log as a tree of ${figure(leaves)} ${leaves === 1 ? 'leaf' : 'leaves'}.`
export const newestHead = (size: number) => `Its newest signed head has ${figure(size)}.`
export const lastOnChain = (size: number) => `The last head on chain has ${figure(size)}.`
export const own = (leaf: number) => `Leaf ${figure(leaf)} is your ballot.`
