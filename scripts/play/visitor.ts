import { type Address, type Chain, createPublicClient, createWalletClient, type Hex, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createSiweMessage } from 'viem/siwe'

/** What the server answered that was not a success; the problem's code is what stories assert. */
export class Turned extends Error {
  readonly status: number
  readonly code: string
  readonly body: unknown
  constructor(status: number, code: string, body: unknown) {
    super(`${status} ${code}: ${JSON.stringify(body).slice(0, 400)}`)
    this.status = status
    this.code = code
    this.body = body
  }
}

export type Site = { origin: string; chain: Chain; rpcUrl: string }

/** One person outside: a key, a wallet, a browser's cookies. Knows the site only by HTTP and the contract. */
export class Visitor {
  readonly site: Site
  readonly account
  readonly address: Address
  readonly wallet
  readonly reader
  private readonly cookies = new Map<string, string>()
  private isSignedIn = false

  constructor(site: Site, key: Hex) {
    this.site = site
    this.account = privateKeyToAccount(key)
    this.address = this.account.address.toLowerCase() as Address
    const transport = http(site.rpcUrl, { timeout: 30_000 })
    this.wallet = createWalletClient({ account: this.account, chain: site.chain, transport })
    this.reader = createPublicClient({ chain: site.chain, transport, pollingInterval: 100, cacheTime: 0 })
  }

  /** One request with this person's cookies. @throws Turned with the problem's stable code */
  async ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const response = await this.fetch(method, path, body)
    const text = await response.text()
    const answer: unknown = text === '' ? null : JSON.parse(text)
    if (response.ok) return answer as T
    const code =
      typeof answer === 'object' && answer !== null && 'code' in answer ? String(answer.code) : 'no-code'
    throw new Turned(response.status, code, answer)
  }

  async fetch(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(path, this.site.origin), {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(cookie && { cookie }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'manual',
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }

  /** Signs in unless that was done. */
  async arrive(): Promise<void> {
    if (!this.isSignedIn) await this.signIn()
  }

  async signIn(): Promise<void> {
    const { nonce } = await this.ask<{ nonce: string }>('GET', '/api/v1/session/nonce')
    const origin = new URL(this.site.origin)
    const message = createSiweMessage({
      address: this.account.address,
      chainId: this.site.chain.id,
      domain: origin.host,
      nonce,
      uri: origin.origin,
      version: '1',
    })
    await this.ask('POST', '/api/v1/session/verify', {
      message,
      signature: await this.account.signMessage({ message }),
    })
    this.isSignedIn = true
  }

  /** Sends calldata from this person's own account and waits for its block. */
  async send(to: Address, data: Hex): Promise<Hex> {
    const hash = await this.wallet.sendTransaction({ to, data })
    const receipt = await this.reader.waitForTransactionReceipt({ hash, timeout: 60_000 })
    if (receipt.status !== 'success') throw new Error(`transaction ${hash} reverted`)
    return hash
  }
}
