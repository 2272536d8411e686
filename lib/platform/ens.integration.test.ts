import {
  createPublicClient,
  type Hex,
  http,
  keccak256,
  parseAbi,
  publicActions,
  stringToHex,
  zeroHash,
} from 'viem'
import { namehash } from 'viem/ens'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Address } from '#lib/protocol/primitives.ts'
import contracts from '#scripts/testing/ens-contracts.json' with { type: 'json' }
import { withChain } from '#scripts/testing/with-chain.ts'
import { ensNameOf } from './ens.ts'

/** The first account of a new anvil. */
const OWNER = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'
const ABI = parseAbi([
  'constructor(address registry)',
  'function setSubnodeOwner(bytes32 node, bytes32 label, address owner)',
  'function setResolver(bytes32 node, address resolver)',
  'function setName(bytes32 node, string name)',
  'function setAddr(bytes32 node, address account)',
])
const address = (digit: string): Address => `0x${digit.repeat(40)}`
const labelHash = (label: string) => keccak256(stringToHex(label))

let chain: Awaited<ReturnType<typeof withChain>>
let registry: Address
let resolver: Address
let wallet: ReturnType<typeof walletFor>

const walletFor = () => chain.walletOf(OWNER).extend(publicActions)

async function deploy(bytecode: string, args: [Address] | null): Promise<Address> {
  const abi = args ? ABI : []
  const hash = await wallet.deployContract({
    abi,
    bytecode: bytecode as Hex,
    ...(args && { args }),
  } as Parameters<typeof wallet.deployContract>[0])
  const { contractAddress } = await chain.client.waitForTransactionReceipt({ hash })
  return contractAddress?.toLowerCase() as Address
}

const write = async (call: Omit<Parameters<typeof wallet.writeContract>[0], 'abi' | 'account' | 'chain'>) => {
  const hash = await wallet.writeContract({ abi: ABI, ...call } as Parameters<typeof wallet.writeContract>[0])
  await chain.client.waitForTransactionReceipt({ hash })
}

/** Gives the owner every node down to a name, with the resolver at its end. */
async function own(name: string): Promise<Hex> {
  const labels = name.split('.').reverse()
  let node: Hex = zeroHash
  let so = ''
  for (const label of labels) {
    const args = [node, labelHash(label), wallet.account.address]
    await write({ address: registry, functionName: 'setSubnodeOwner', args })
    so = so ? `${label}.${so}` : label
    node = namehash(so)
  }
  await write({ address: registry, functionName: 'setResolver', args: [node, resolver] })
  return node
}

async function says(account: Address, name: string): Promise<void> {
  const node = await own(`${account.slice(2)}.addr.reverse`)
  await write({ address: resolver, functionName: 'setName', args: [node, name] })
}

async function leads(name: string, account: Address): Promise<void> {
  const node = await own(name)
  await write({ address: resolver, functionName: 'setAddr', args: [node, account] })
}

beforeAll(async () => {
  chain = await withChain()
  wallet = walletFor()
  registry = await deploy(contracts.ENSRegistry, null)
  resolver = await deploy(contracts.PublicResolver, [registry])
})
afterAll(() => chain.stop())

const nameOf = (account: Address) => ensNameOf(chain.client, account, registry)

describe('the name of an address, by the contracts of ENS', () => {
  it('is what it says of itself, where that leads back to it', async () => {
    await says(address('a'), 'ines.eth')
    await leads('ines.eth', address('a'))
    expect(await nameOf(address('a'))).toBe('ines.eth')
  })

  it.each([
    ['that says nothing', address('b'), null],
    ['that says a name nobody owns', address('c'), 'nobody.eth'],
    ['that says the name of somebody else', address('d'), 'ines.eth'],
    ['that says a name in another spelling', address('e'), 'Ines.eth'],
    ['that says what is no name', address('f'), 'ines\u202e.eth'],
    ['that says a letter of another script', address('1'), '\u0456nes.eth'],
    ['that says a long text', address('2'), `${'ab'.repeat(40)}.eth`],
  ])('is none for an address %s', async (_what, account, said) => {
    if (said !== null) {
      await says(account, said)
      // Whatever it says leads back to it: only the name itself can be at fault.
      if (said !== 'ines.eth' && said !== 'nobody.eth') await leadsAnyway(said, account)
    }
    expect(await nameOf(account)).toBeNull()
  })

  it('is none where the registry is nobody’s', async () => {
    expect(await ensNameOf(chain.client, address('a'), address('9'))).toBeNull()
  })

  it('is not known while the node is silent', async () => {
    const silent = createPublicClient({ transport: http('http://127.0.0.1:9', { retryCount: 0 }) })
    await expect(ensNameOf(silent, address('a'), registry)).rejects.toThrow()
  })
})

/** As `leads`, for what viem would not hash as a name: by the hash of its labels as they are written. */
async function leadsAnyway(name: string, account: Address): Promise<void> {
  const labels = name.split('.').reverse()
  let node: Hex = zeroHash
  for (const label of labels) {
    await write({
      address: registry,
      functionName: 'setSubnodeOwner',
      args: [node, labelHash(label), wallet.account.address],
    })
    node = keccak256(`0x${node.slice(2)}${labelHash(label).slice(2)}`)
  }
  await write({ address: registry, functionName: 'setResolver', args: [node, resolver] })
  await write({ address: resolver, functionName: 'setAddr', args: [node, account] })
}
