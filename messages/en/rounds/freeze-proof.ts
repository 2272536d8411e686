import { figure } from '#messages/voting/figure.ts'

const ballots = (size: string) => `${figure(BigInt(size))} ${size === '1' ? 'ballot' : 'ballots'}`

export const title = 'The proof'
export const onChain = (moment: string, block: number) => `on chain since ${moment}, block ${figure(block)}`
export const signed = (size: string) => `The operator signed a log of ${ballots(size)} with this root`
export const signedBesides = (size: string) => `and another log of ${ballots(size)} with this one`
export const sealedInstead = 'What was sealed does not continue it'
export const signedBy = 'Signed by'
export const broughtIn = 'Brought in the transaction'
