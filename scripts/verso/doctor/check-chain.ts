import {
  type Address,
  erc721Abi,
  formatEther,
  type Hex,
  isAddressEqual,
  type PublicClient,
  zeroAddress,
} from 'viem'
import { mnemonicToAccount, privateKeyToAccount } from 'viem/accounts'
import { isLocalChain, openChain } from '#lib/platform/chain.ts'
import type { Env } from '#lib/platform/env.ts'
import { readRoles } from '#lib/platform/roles.ts'
import { causeOf, type Finding, note, ok, wrong } from './finding.ts'

/** A community of this instance and its collection contract. */
export type Founded = { name: string; collection: Address }

/** What anchoring a head costs at most once the first stands (BARS, gas). */
const ANCHOR_GAS = 45_000n
const FEW_ANCHORS = 200n
const LATE_SECONDS = 600
/** Anybody can compute these keys, and programs watch them on public chains. */
const KNOWN_PHRASE = 'test test test test test test test test test test test junk'
const KNOWN = new Set(
  Array.from({ length: 10 }, (_, addressIndex) => mnemonicToAccount(KNOWN_PHRASE, { addressIndex }).address),
)

async function checkOperator(settings: Env, client: PublicClient): Promise<Finding> {
  const about = 'OPERATOR_PRIVATE_KEY'
  if (!settings.OPERATOR_PRIVATE_KEY)
    return wrong(
      about,
      'It is not set, so no ballot can be receipted.',
      'Set it to a key made for this alone.',
    )
  const { address } = privateKeyToAccount(settings.OPERATOR_PRIVATE_KEY as Hex)
  if (!isLocalChain(settings) && KNOWN.has(address))
    return wrong(
      about,
      `${address} is a test account whose key everybody knows.`,
      'Make a key for this alone.',
    )
  const [balance, gasPrice] = await Promise.all([client.getBalance({ address }), client.getGasPrice()])
  const anchors = balance / (gasPrice * ANCHOR_GAS || 1n)
  const holds = `${address} holds ${formatEther(balance)} ${settings.CHAIN_CURRENCY}, enough for ${anchors} anchors`
  if (balance === 0n)
    return wrong(about, `${address} holds nothing, so no head can be anchored.`, 'Send it some.')
  return anchors < FEW_ANCHORS ? note(about, `${holds} only.`, 'Send it some more.') : ok(about, `${holds}.`)
}

/** Reads go through calls that deploy nothing; some nodes refuse these. */
async function checkReads(client: PublicClient): Promise<Finding> {
  const about = 'CHAIN_RPC_URL'
  try {
    const contract = { address: zeroAddress, abi: erc721Abi, functionName: 'name' } as const
    await client.multicall({ deployless: true, contracts: [contract, contract] })
    const { number } = await client.getBlock()
    await client.getLogs({ fromBlock: number, toBlock: number, address: zeroAddress })
    return ok(about, 'It answers bundled calls and logs.')
  } catch (error) {
    return wrong(about, `It refuses reads that Verso needs: ${causeOf(error)}`, 'Use another node.')
  }
}

async function checkCommunity(
  client: PublicClient,
  { name: about, collection }: Founded,
  operator: Address,
): Promise<Finding> {
  try {
    const { operator: named } = await readRoles(client, collection)
    if (isAddressEqual(named, operator)) return ok(about, 'Its collection names this operator.')
    return wrong(
      about,
      `Its collection names ${named} as operator, and the key is ${operator}’s.`,
      'Set OPERATOR_PRIVATE_KEY to that one’s key, or let the owner name the new operator.',
    )
  } catch (error) {
    return wrong(about, `Its collection cannot be read: ${causeOf(error)}`, 'Check CHAIN_RPC_URL.')
  }
}

/** The chain answers under the id that is set, tells the time, answers our reads, and knows the operator. */
export async function checkChain(
  settings: Env,
  nowSeconds: number,
  communities: readonly Founded[],
): Promise<Finding[]> {
  const client = openChain(settings)
  const about = 'CHAIN_RPC_URL'
  try {
    const id = await client.getChainId()
    if (id !== settings.CHAIN_ID)
      return [
        wrong(
          'CHAIN_ID',
          `It is ${settings.CHAIN_ID}, and the node serves chain ${id}.`,
          'Correct one of them.',
        ),
      ]
    const { number, timestamp } = await client.getBlock()
    const age = nowSeconds - Number(timestamp)
    const head =
      !isLocalChain(settings) && age > LATE_SECONDS
        ? wrong(
            about,
            `Its last block is ${Math.round(age / 60)} minutes old.`,
            'Wait for it, or use another.',
          )
        : ok(about, `Chain ${id}, block ${number}.`)
    const key = settings.OPERATOR_PRIVATE_KEY
    const operator = key ? privateKeyToAccount(key as Hex).address : null
    const named = operator
      ? await Promise.all(communities.map((founded) => checkCommunity(client, founded, operator)))
      : []
    return [head, await checkReads(client), await checkOperator(settings, client), ...named]
  } catch (error) {
    return [wrong(about, `No chain answers: ${causeOf(error)}`, 'Correct CHAIN_RPC_URL, or start it.')]
  }
}
