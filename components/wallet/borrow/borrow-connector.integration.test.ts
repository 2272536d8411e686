import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import {
  type Chain,
  http,
  parseEther,
  recoverMessageAddress,
  recoverTypedDataAddress,
  zeroAddress,
} from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { anvil } from 'viem/chains'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createConfig } from 'wagmi'
import {
  connect,
  disconnect,
  getAccount,
  reconnect,
  sendTransaction,
  signMessage,
  signTypedData,
  switchChain,
} from 'wagmi/actions'
import { passToChain, rpcSchema } from '#lib/flows/api/rpc.ts'
import { localKey } from '#lib/flows/borrow/schema.ts'
import { TYPES, versoDomain } from '#lib/protocol/typed-data.ts'
import { type RunningChain, startChain } from '#scripts/chain.ts'
import { withChain } from '#scripts/testing/with-chain.ts'
import { borrowConnector } from './borrow-connector.ts'
import { keepBorrowed } from './borrowed-role.ts'

const CURATOR = 'night-ferry curator 2'
const DIRECTOR = 'night-ferry director'
const SOMEBODY = `0x${'5'.repeat(40)}` as const

let local: Awaited<ReturnType<typeof withChain>>
let elsewhere: RunningChain
let proxy: Server
beforeAll(async () => {
  ;[local, elsewhere] = await Promise.all([withChain(), startChain({ chainId: 84_532 })])
  proxy = await proxyTo(local.chain.url)
})
afterAll(async () => {
  proxy.close()
  await Promise.all([local.stop(), elsewhere.stop()])
})

/** The app's own way to the chain, which passes some methods only. */
async function proxyTo(url: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    try {
      response.end(await passToChain(url, rpcSchema.parse(await json(request))))
    } catch (error) {
      refused.push(String(error))
      response.writeHead(403).end()
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return server
}

/** What a page asked for in vain. */
const refused: string[] = []

beforeEach(() => {
  const kept = new Map<string, string>()
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
  vi.stubGlobal('window', Object.assign(new EventTarget(), { localStorage }))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** What a page makes anew at each load. */
function page(url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`) {
  const chain: Chain = { ...anvil, rpcUrls: { default: { http: [url] } } }
  const config = createConfig({
    chains: [chain],
    connectors: [borrowConnector(chain)],
    transports: { [chain.id]: http(url) },
    storage: null,
  })
  const [connector] = config.connectors
  if (!connector) throw new Error('the page has no connector')
  return { config, connector }
}

function borrow(role: string) {
  keepBorrowed({ role, name: role.replace('night-ferry ', '') })
  return privateKeyToAddress(localKey(role))
}

it('signs typed data and messages as the borrowed person', async () => {
  const address = borrow(CURATOR)
  const { config, connector } = page()
  expect((await connect(config, { connector })).accounts).toEqual([address])
  const typed = {
    domain: versoDomain(anvil.id, zeroAddress),
    types: { Ballot: TYPES.Ballot },
    primaryType: 'Ballot',
    message: {
      round: `0x${'1'.repeat(64)}`,
      candidateRoot: `0x${'2'.repeat(64)}`,
      voter: address,
      method: 'approval',
      choices: '#1 #3',
      note: 'The first tide.',
      sequence: 1n,
      issuedAt: 1_796_000_000n,
      validUntil: 1_796_161_206n,
      agent: '',
    },
  } as const
  const signature = await signTypedData(config, typed)
  expect(await recoverTypedDataAddress({ ...typed, signature })).toBe(address)
  const message = 'Sign in to Verso.'
  expect(await recoverMessageAddress({ message, signature: await signMessage(config, { message }) })).toBe(
    address,
  )
})

it('sends a transaction that the chain takes', async () => {
  const address = borrow(DIRECTOR)
  await local.chain.fund(address, '1')
  const { config, connector } = page()
  await connect(config, { connector })
  const hash = await sendTransaction(config, { to: SOMEBODY, value: parseEther('0.25') })
  const receipt = await local.client.waitForTransactionReceipt({ hash })
  expect(receipt).toMatchObject({ status: 'success', from: address.toLowerCase() })
  expect(await local.client.getBalance({ address: SOMEBODY })).toBe(parseEther('0.25'))
  expect(refused).toEqual([])
})

it('is still borrowed after the page was loaded again, until it is given back', async () => {
  const address = borrow(CURATOR)
  const first = page()
  await connect(first.config, { connector: first.connector })
  const second = page()
  await reconnect(second.config)
  expect(getAccount(second.config)).toMatchObject({ status: 'connected', address })
  keepBorrowed(null)
  expect(getAccount(second.config).status).toBe('disconnected')
  const third = page()
  await reconnect(third.config)
  expect(getAccount(third.config).status).toBe('disconnected')
})

it('changes account when somebody else is borrowed, and signs as nobody else', async () => {
  borrow(CURATOR)
  const { config, connector } = page()
  await connect(config, { connector })
  const director = borrow(DIRECTOR)
  expect(getAccount(config).address).toBe(director)
  const message = 'Who signs?'
  const signature = await signMessage(config, { message })
  expect(await recoverMessageAddress({ message, signature })).toBe(director)
  const provider = (await connector.getProvider()) as { request(asked: object): Promise<unknown> }
  const curator = privateKeyToAddress(localKey(CURATOR))
  const asked = { method: 'personal_sign', params: ['0x00', curator] }
  await expect(provider.request(asked)).rejects.toMatchObject({ code: 4100 })
})

it('gives back when it is disconnected', async () => {
  borrow(CURATOR)
  const { config, connector } = page()
  await connect(config, { connector })
  await disconnect(config)
  expect(getAccount(config).status).toBe('disconnected')
  expect(await connector.isAuthorized()).toBe(false)
  await expect(connect(config, { connector })).rejects.toMatchObject({ code: 4001 })
})

it('refuses another chain, asked for or found behind the server', async () => {
  const address = borrow(DIRECTOR)
  await elsewhere.fund(address, '1')
  const { config, connector } = page(elsewhere.url)
  await connect(config, { connector })
  await expect(switchChain(config, { chainId: 84_532 })).rejects.toThrow()
  const sending = sendTransaction(config, { to: zeroAddress, value: 1n, gas: 21_000n })
  await expect(sending).rejects.toThrow(/does not match the target chain/)
})
