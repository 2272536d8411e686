import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import {
  type Account,
  concatHex,
  encodeAbiParameters,
  encodeFunctionData,
  getContractAddress,
  type Hex,
  keccak256,
  type PublicClient,
  parseAbi,
  serializeErc6492Signature,
  type TransactionReceipt,
  type Transport,
  type Chain as ViemChain,
  type WalletClient,
  zeroAddress,
} from 'viem'
import { accountOf } from './test-accounts.ts'

const ARTIFACTS = join(
  dirname(createRequire(import.meta.url).resolve('@safe-global/safe-contracts/package.json')),
  'build/artifacts/contracts',
)

function creationCode(contract: string): Hex {
  return JSON.parse(readFileSync(join(ARTIFACTS, contract), 'utf8')).bytecode
}

const safeAbi = parseAbi([
  'function setup(address[] owners, uint256 threshold, address to, bytes data, address fallbackHandler, address paymentToken, uint256 payment, address paymentReceiver)',
  'function nonce() view returns (uint256)',
  'function getTransactionHash(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, uint256 nonce) view returns (bytes32)',
  'function execTransaction(address to, uint256 value, bytes data, uint8 operation, uint256 safeTxGas, uint256 baseGas, uint256 gasPrice, address gasToken, address refundReceiver, bytes signatures) payable returns (bool)',
  'function swapOwner(address prevOwner, address oldOwner, address newOwner)',
])
const factoryAbi = parseAbi([
  'function createProxyWithNonce(address singleton, bytes initializer, uint256 saltNonce) returns (address proxy)',
  'function proxyCreationCode() view returns (bytes)',
])
const signLibraryAbi = parseAbi(['function signMessage(bytes data)'])

/** A chain, the wallets of named accounts on it, and coin for them. */
type Chain = {
  client: PublicClient
  walletFor(name: string): WalletClient<Transport, ViemChain, Account>
  fund(name: string): Promise<void>
  mined(hash: Hex): Promise<TransactionReceipt>
}

export type SafePlan = { address: Hex; owners: readonly string[]; create: { to: Hex; data: Hex } }

const SENTINEL: Hex = '0x0000000000000000000000000000000000000001'
const lower = (hex: Hex) => hex.toLowerCase() as Hex

/** Signatures of owners as a Safe reads them: by ascending address of their signers. */
export function inOwnerOrder(signatures: readonly { owner: string; signature: Hex }[]): Hex {
  const addressed = signatures.map(({ owner, signature }) => ({
    by: lower(accountOf(owner).address),
    signature,
  }))
  return concatHex(addressed.toSorted((a, b) => (a.by < b.by ? -1 : 1)).map(({ signature }) => signature))
}

/** What an owner signs so that their Safe signs a digest (`SafeMessage`, Safe 1.4.1). */
export function signAsOwner(owner: string, safe: Hex, digest: Hex, chainId: number): Promise<Hex> {
  return accountOf(owner).signTypedData({
    domain: { chainId, verifyingContract: safe },
    types: { SafeMessage: [{ name: 'message', type: 'bytes' }] },
    primaryType: 'SafeMessage',
    message: { message: digest },
  })
}

type Made = { singleton: Hex; factory: Hex; handler: Hex; signLibrary: Hex; proxyCode: Hex }

async function deployContracts({ walletFor, mined, fund, client }: Chain): Promise<Made> {
  await fund('safe deployer')
  const deploy = async (contract: string) => {
    const { contractAddress } = await mined(
      await walletFor('safe deployer').deployContract({ abi: [], bytecode: creationCode(contract) }),
    )
    if (!contractAddress) throw new Error(`no ${contract} was made`)
    return lower(contractAddress)
  }
  const singleton = await deploy('SafeL2.sol/SafeL2.json')
  const factory = await deploy('proxies/SafeProxyFactory.sol/SafeProxyFactory.json')
  const handler = await deploy('handler/CompatibilityFallbackHandler.sol/CompatibilityFallbackHandler.json')
  const signLibrary = await deploy('libraries/SignMessageLib.sol/SignMessageLib.json')
  const read = { address: factory, abi: factoryAbi, functionName: 'proxyCreationCode' } as const
  return { singleton, factory, handler, signLibrary, proxyCode: await client.readContract(read) }
}

/** A Safe as it would be made: its address is known before it is there. */
function planOf(made: Made, owners: readonly string[], threshold: number, salt: bigint): SafePlan {
  const { singleton, factory, handler, proxyCode } = made
  const addresses = owners.map((owner) => accountOf(owner).address)
  const initializer = encodeFunctionData({
    abi: safeAbi,
    functionName: 'setup',
    args: [addresses, BigInt(threshold), zeroAddress, '0x', handler, zeroAddress, 0n, zeroAddress],
  })
  const data = encodeFunctionData({
    abi: factoryAbi,
    functionName: 'createProxyWithNonce',
    args: [singleton, initializer, salt],
  })
  const word = (value: bigint) => encodeAbiParameters([{ type: 'uint256' }], [value])
  const address = getContractAddress({
    opcode: 'CREATE2',
    from: factory,
    salt: keccak256(concatHex([keccak256(initializer), word(salt)])),
    bytecode: concatHex([proxyCode, word(BigInt(singleton))]),
  })
  return { address: lower(address), owners, create: { to: factory, data } }
}

/** A transaction of the Safe itself, with as many owners as given; operation 1 is a delegate call. */
async function execute(
  { walletFor, mined, client }: Chain,
  safe: SafePlan,
  owners: readonly string[],
  call: { to: Hex; data: Hex; operation: 0 | 1 },
): Promise<void> {
  const read = { address: safe.address, abi: safeAbi } as const
  const nonce = await client.readContract({ ...read, functionName: 'nonce' })
  const asked = [call.to, 0n, call.data, call.operation, 0n, 0n, 0n, zeroAddress, zeroAddress] as const
  const hash = await client.readContract({
    ...read,
    functionName: 'getTransactionHash',
    args: [...asked, nonce],
  })
  const signatures = await Promise.all(
    owners.map(async (owner) => ({ owner, signature: await accountOf(owner).sign({ hash }) })),
  )
  const args = [...asked, inOwnerOrder(signatures)] as const
  const wallet = walletFor('safe deployer')
  await mined(await wallet.writeContract({ ...read, functionName: 'execTransaction', args }))
}

/** The contracts of Safe 1.4.1 on a chain, and what is done with them. */
export async function deploySafes(chain: Chain) {
  const made = await deployContracts(chain)
  const plan = (owners: readonly string[], threshold: number, salt = 0n) =>
    planOf(made, owners, threshold, salt)
  return {
    plan,
    async create(...planned: Parameters<typeof plan>): Promise<SafePlan> {
      const safe = plan(...planned)
      await chain.mined(await chain.walletFor('safe deployer').sendTransaction(safe.create))
      return safe
    },
    /** The Safe signs a digest on chain, in a transaction of its owners: its signature is empty from then on. */
    approve(safe: SafePlan, owners: readonly string[], digest: Hex): Promise<void> {
      const data = encodeFunctionData({ abi: signLibraryAbi, functionName: 'signMessage', args: [digest] })
      return execute(chain, safe, owners, { to: made.signLibrary, data, operation: 1 })
    },
    /** One owner goes and another comes. */
    swapOwner(safe: SafePlan, by: readonly string[], gone: string, comes: string): Promise<void> {
      const before = safe.owners[safe.owners.indexOf(gone) - 1]
      const previous = before ? accountOf(before).address : SENTINEL
      const args = [previous, accountOf(gone).address, accountOf(comes).address] as const
      const data = encodeFunctionData({ abi: safeAbi, functionName: 'swapOwner', args })
      return execute(chain, safe, by, { to: safe.address, data, operation: 0 })
    },
    /** The signature of a Safe that may not be deployed yet (ERC-6492). */
    wrapped: (safe: SafePlan, signature: Hex) =>
      serializeErc6492Signature({ address: safe.create.to, data: safe.create.data, signature }),
  }
}

export type Safes = Awaited<ReturnType<typeof deploySafes>>
