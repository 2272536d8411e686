import * as counts from '#messages/counts.ts'

export const nobodySigns = 'nobody may sign heads of this round'

const signedOne = (leaf: number) => `The ballot in leaf ${leaf} is the one that was signed`
export const ballotHolds = signedOne
export const ballotFault = (leaf: number, fault: string) => `${signedOne(leaf)}: ${fault}`
export const otherBallot = 'The leaf holds another ballot'
export const keySigned = 'its key signed it, and the leaf names a contract'
export const otherKind = (leaf: number, kind: string) =>
  `${signedOne(leaf)}: not by ${kind}, as the leaf says`
type Place = { block: string; chain: number }
const after = ({ block, chain }: Place) => `after block ${block} of chain ${chain}`
export const notAsked = (leaf: number, place: Place) =>
  `${signedOne(leaf)}: that its contract took it ${after(place)} was not asked`
export const taken = (leaf: number, place: Place) =>
  `${signedOne(leaf)}: its contract took it ${after(place)}`
export const notTaken = (leaf: number, place: Place) =>
  `${signedOne(leaf)}: its contract did not take it ${after(place)}`

const signedHead = (size: string) => `The operator signed head ${size} with this leaf in it`
export const operatorHolds = signedHead
export const operatorFault = (size: string, fault: string | null | undefined) =>
  `${signedHead(size)}: ${fault}`

export const noNewest = 'The newest head did not arrive'
export const newestFault = (size: number, fault: string) => `The newest head, ${size}: ${fault}`
export const older = (size: number) => `The server shows an older head than this receipt: ${size}`
export const newest = (size: number, when: string) =>
  `The newest head holds ${counts.ballots(size)}, signed ${when}`
export const isNewest = (size: number) => `Head ${size} is the newest so far`

export const noInclusion = (leaf: number, size: number) =>
  `No proof came that leaf ${leaf} is under head ${size}`
export const included = (leaf: number, size: number) => `Leaf ${leaf} is under head ${size}, where it was`
export const notIncluded = (leaf: number, size: number) =>
  `Head ${size} does not have this ballot as leaf ${leaf}`

export const noGrowth = (size: number) => `No proof came that head ${size} contains yours`
export const grew = (size: number, own: number) => `Head ${size} contains head ${own} unchanged`
export const notGrown = (size: number, own: number) => `Head ${size} does not contain head ${own}`

export const silent = 'The chain did not answer whether it has a head with this ballot'
export const otherLog = (size: number) => `Head ${size} on chain is not the log of this receipt`
export const noChainProof = 'No proof came for the head on chain'
export const comesNext = (size: number) => `On chain are ${size}; yours comes with the next head`
type OnChain = { size: number; block: number | null; later: string | null }
/** `later` is the newest head, where it is not on chain yet. */
export const onChain = ({ size, block, later }: OnChain) =>
  `Head ${size} is on chain${block === null ? '' : `, block ${block}`}${later === null ? '' : `; head ${later} is not yet`}`
export const sealedLater = 'The sealed head: known after the close'
export const sealedWithout = (size: number) => `The log was sealed at ${size}, without this ballot`
export const sealedWith = (size: number) => `The log is sealed with this ballot in it, at ${size}`
