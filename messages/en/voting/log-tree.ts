const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** `own` is whose leaf it is, as it stands inside a sentence. */
export const yourBallot = 'your ballot'
export const others = 'other ballots'
export const alone = (own: string) => `${own}, alone in the log: its hash is the root`
export const wayToRoot = 'its way to the root'
export const proof = (hashes: number) =>
  hashes === 1 ? 'the one hash that proves it' : `the ${NUMBERS[hashes] ?? hashes} hashes that prove it`
export const oneLeaf = (own: string) => `The log has one leaf, ${own}.`
type Tree = { leaves: number; leaf: number; own: string; hashes: number }
export const tree = ({ leaves, leaf, own, hashes }: Tree) =>
  `The log as a tree of ${leaves} leaves. Leaf ${leaf} is ${own}; ${hashes} hashes lead from it to the root.`
