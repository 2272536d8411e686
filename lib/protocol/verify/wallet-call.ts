import {
  type Client,
  concatHex,
  encodeDeployData,
  encodeFunctionData,
  erc6492SignatureValidatorAbi,
  erc6492SignatureValidatorByteCode,
  type Hex,
  parseAbi,
} from 'viem'
import { call } from 'viem/actions'
import type { WalletQuestion } from '#lib/protocol/wallet-signature.ts'

/** What a contract may spend on its answer. */
const WALLET_GAS = 5_000_000n

const erc1271 = parseAbi(['function isValidSignature(bytes32 digest, bytes signature) view returns (bytes4)'])

/**
 * Code that is run without being deployed: it asks the account of the 20 bytes behind it with the data behind those,
 * and answers one byte, 1 where the first word that comes back is the magic value of ERC-1271. Whatever the account
 * does, it answers: what comes back is never copied beyond that word, and a 64th of the gas is left. So a call that
 * fails is the chain's failure, never a verdict.
 */
const ASK_ERC1271: Hex = `0x${[
  '604b38038060', // everything behind the account …
  '4b602039', // … to 32: the data of the call
  '60146037600c39', // the account to 12
  '602060008260206000515afa', // staticcall(gas, account, 32, its length, 0, 32)
  '601f3d1116', // and at least one word came back
  '600051631626ba7e60e01b1416', // and it is the magic value
  '60005360016000f3',
].join('')}`

/** The same for what is behind it as code: it runs that and answers the first byte of what it leaves, 0 for nothing. */
const RUN_APART: Hex = `0x${[
  '601c380380601c600039', // everything behind this to 0
  '60006000f0', // create
  '600160006000833c', // the first byte of what was created
  '60016000f3',
].join('')}`

function questionData({ kind, account, digest, signature }: WalletQuestion): Hex {
  if (kind === 'erc1271') {
    const args = [digest, signature] as const
    const ask = encodeFunctionData({ abi: erc1271, functionName: 'isValidSignature', args })
    return concatHex([ASK_ERC1271, account, ask])
  }
  const validator = encodeDeployData({
    abi: erc6492SignatureValidatorAbi,
    args: [account, digest, signature],
    bytecode: erc6492SignatureValidatorByteCode,
  })
  return concatHex([RUN_APART, validator])
}

/**
 * Whether a contract takes a signature (ERC-1271, ERC-6492) after a block: one `eth_call` with 5,000,000 gas. An
 * account without code takes none. Rejects only where the chain does not answer.
 */
export async function takesSignature(
  client: Client,
  question: WalletQuestion,
  blockNumber: bigint,
): Promise<boolean> {
  const { data } = await call(client, { data: questionData(question), gas: WALLET_GAS, blockNumber })
  return data === '0x01'
}
