import { z } from 'zod'
import { ProtocolError } from './errors.ts'
import { type Address, type Bytes32, bytes32Schema, uint64Schema } from './primitives.ts'
import { recoverSigner } from './signature.ts'

/** What ends a signature of a wallet that may not be deployed yet (ERC-6492). */
const WRAPPED_ENDING = '6492'.repeat(16)

/** How long before it was taken a ballot's contract may have been asked, in seconds (PROTOCOL 3). */
export const WALLET_SECONDS = 900

/** How a contract is asked: by ERC-1271 as it stands, or by ERC-6492 with what deploys it. */
export type WalletKind = 'erc1271' | 'erc6492'

/** The contract's answer as a leaf records it: which chain took the signature, and after which block. */
export const walletCheckSchema = z.strictObject({
  blockHash: bytes32Schema,
  blockNumber: uint64Schema,
  chainId: z
    .int()
    .min(1)
    .max(2 ** 32),
  kind: z.enum(['erc1271', 'erc6492']),
})

/** How the signature of a ballot was checked: by the voter's key, or by the voter's contract. */
export const signatureCheckSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ecdsa') }),
  walletCheckSchema,
])

export type WalletCheck = z.infer<typeof walletCheckSchema>
export type SignatureCheck = z.infer<typeof signatureCheckSchema>

/** What a contract is asked: whether it takes the signature for the digest. */
export type WalletQuestion = { kind: WalletKind; account: Address; digest: Bytes32; signature: `0x${string}` }

/**
 * Asks the contract of an account. Answers what the leaf is to record, or null where no chain takes the signature;
 * rejects where that cannot be told.
 */
export type AskWallet = (question: WalletQuestion) => Promise<WalletCheck | null>

/** Who can say whether a signature holds: the key alone, or a contract; `fault` is what it has if none does. */
export type SignatureRoute =
  | { kind: 'ecdsa' }
  | { kind: WalletKind; question: WalletQuestion; fault: ProtocolError }

const mismatch = () =>
  new ProtocolError('signature-mismatch', 'the ballot is not signed by the account it names')

/**
 * The order of ERC-6492: what ends with its mark is for the universal validator; else what the account's key signed
 * needs nobody else, so that accounts of EIP-7702 pass here; everything else only a contract can explain, also 65
 * bytes that recover to somebody else, as those of a Safe with one owner do.
 */
export async function routeSignature(input: Omit<WalletQuestion, 'kind'>): Promise<SignatureRoute> {
  const { account, digest, signature } = input
  const askingFor = (kind: WalletKind, fault: ProtocolError): SignatureRoute => ({
    kind,
    question: { kind, account, digest, signature },
    fault,
  })
  if (signature.endsWith(WRAPPED_ENDING)) return askingFor('erc6492', mismatch())
  try {
    return (await recoverSigner(digest, signature)) === account
      ? { kind: 'ecdsa' }
      : askingFor('erc1271', mismatch())
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    return askingFor('erc1271', error)
  }
}
