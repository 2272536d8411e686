import { type Hex, keccak256, stringToHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'

/** The key of a named test account: the same name is the same key in every run. */
export const keyOf = (name: string): Hex => keccak256(stringToHex(`verso test account ${name}`))

/** A named test account. */
export const accountOf = (name: string) => privateKeyToAccount(keyOf(name))
