import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { passToChain, rpcSchema, rpcUrlOf } from './rpc.ts'

let node: Server
let url: string
let asked: string[] = []

beforeAll(async () => {
  node = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      asked.push(body)
      if (body.includes('eth_getLogs')) return response.end('x'.repeat(9 * 2 ** 20))
      if (body.includes('eth_gasPrice')) return response.writeHead(502).end()
      response.end('{"jsonrpc":"2.0","id":1,"result":"0x1"}')
    })
  })
  await new Promise<void>((resolve) => node.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(node.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => node.close(resolve)))

const call = (method: string) => rpcSchema.parse({ jsonrpc: '2.0', id: 1, method, params: [] })

it('knows the node of the home chain, and of others by their ids', () => {
  const source = { CHAIN_ID: 1, CHAIN_RPC_URL: url, CHAIN_RPC_URLS: new Map([[10, 'http://ten.example']]) }
  expect([rpcUrlOf(source), rpcUrlOf(source, 1), rpcUrlOf(source, 10)]).toEqual([
    url,
    url,
    'http://ten.example',
  ])
  expect(() => rpcUrlOf(source, 11)).toThrow(expect.objectContaining({ code: 'rpc-chain' }))
})

it('passes what pages and wallets need', async () => {
  const answer = await passToChain(url, call('eth_chainId'))
  expect(JSON.parse(new TextDecoder().decode(answer))).toMatchObject({ result: '0x1' })
})

it.each([
  'anvil_setBalance',
  'evm_increaseTime',
  'eth_sendTransaction',
  'eth_accounts',
  'personal_sign',
  'debug_traceCall',
  'admin_peers',
])('never passes %s, alone or in a batch', async (method) => {
  asked = []
  await expect(passToChain(url, call(method))).rejects.toMatchObject({ code: 'rpc-method' })
  const batch = rpcSchema.parse([call('eth_chainId'), call(method)])
  await expect(passToChain(url, batch)).rejects.toMatchObject({ code: 'rpc-method' })
  expect(asked).toEqual([])
})

it('caps what comes back and names a node that fails', async () => {
  await expect(passToChain(url, call('eth_getLogs'))).rejects.toMatchObject({ code: 'body-too-large' })
  await expect(passToChain(url, call('eth_gasPrice'))).rejects.toMatchObject({ code: 'chain-unavailable' })
  await expect(passToChain('http://127.0.0.1:1', call('eth_chainId'))).rejects.toMatchObject({
    code: 'chain-unavailable',
  })
})

it('takes no more than a hundred calls at once', () => {
  expect(rpcSchema.safeParse(Array.from({ length: 101 }, () => call('eth_chainId'))).success).toBe(false)
})
