import type { Page } from '@playwright/test'
import type { Hex, TypedDataDefinition } from 'viem'
import type { Visitor } from '#scripts/play/visitor.ts'

/** How the wallet answers when it is asked to sign or to send; `loses` says that it sent what it did not. */
export type WalletMood = 'signs' | 'rejects' | 'waits' | 'loses'

type Asked = { method: string; params?: unknown[] }
type Answer = { result: unknown } | { error: { code: number; message: string } }

declare global {
  interface Window {
    versoWallet(asked: Asked): Promise<Answer>
    versoWalletEvents?: { emit(event: string, value: unknown): void }
  }
}

/** Of a transaction that no block will have. */
const LOST = `0x${'5e'.repeat(32)}`
const REJECTED = { error: { code: 4001, message: 'User rejected the request.' } }
const NAME = 'Gallery wallet'

/** The page's side: announces itself by EIP-6963 and passes every request to the test. */
function announce(name: string): void {
  const listeners = new Map<string, Set<(value: unknown) => void>>()
  const provider = {
    async request(asked: Asked) {
      const answer = await window.versoWallet(asked)
      if ('error' in answer) throw Object.assign(new Error(answer.error.message), { code: answer.error.code })
      return answer.result
    },
    on(event: string, listener: (value: unknown) => void) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener))
    },
    removeListener(event: string, listener: (value: unknown) => void) {
      listeners.get(event)?.delete(listener)
    },
  }
  window.versoWalletEvents = {
    emit: (event, value) => {
      for (const listener of listeners.get(event) ?? []) listener(value)
    },
  }
  const info = {
    uuid: '5b3c8f0e-6a51-4c35-9f0e-2f9b8a6f5d10',
    name,
    icon: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4H0zM1 1v2h2V1z" fill-rule="evenodd"/></svg>',
    rdns: 'test.gallery.wallet',
  }
  // What an app with a browser inside does; phones know no other way.
  if (navigator.maxTouchPoints > 0) Object.defineProperty(window, 'ethereum', { value: provider })
  const detail = Object.freeze({ info, provider })
  const say = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  window.addEventListener('eip6963:requestProvider', say)
  say()
}

/** A wallet in the browser whose keys and temper stay in the test. */
export class InjectedWallet {
  readonly name = NAME
  mood: WalletMood = 'signs'
  /** What it was asked to sign or send, in order. */
  readonly asked: string[] = []
  /** The message of the last typed data, as the wallet shows it. */
  typed: Record<string, unknown> = {}
  private readonly page: Page
  private owner: Visitor
  private chainId: number
  private connected = false
  private waiting: (() => void)[] = []

  constructor(page: Page, owner: Visitor, chainId = owner.site.chain.id) {
    this.page = page
    this.owner = owner
    this.chainId = chainId
  }

  async install(): Promise<void> {
    await this.page.exposeFunction('versoWallet', (asked: Asked) => this.answer(asked))
    await this.page.addInitScript(announce, NAME)
  }

  /** Another account is chosen in the wallet. */
  async use(owner: Visitor): Promise<void> {
    this.owner = owner
    await this.emit('accountsChanged', [owner.account.address])
  }

  async moveTo(chainId: number): Promise<void> {
    this.chainId = chainId
    await this.emit('chainChanged', `0x${chainId.toString(16)}`)
  }

  /** A wallet that waits is given its signature after all. */
  release(): void {
    for (const go of this.waiting.splice(0)) go()
  }

  private async emit(event: string, value: unknown): Promise<void> {
    await this.page.evaluate(([name, sent]) => window.versoWalletEvents?.emit(name, sent), [
      event,
      value,
    ] as const)
  }

  private async answer({ method, params = [] }: Asked): Promise<Answer> {
    switch (method) {
      case 'eth_requestAccounts':
        this.connected = true
        return { result: [this.owner.account.address] }
      case 'eth_accounts':
        return { result: this.connected ? [this.owner.account.address] : [] }
      case 'eth_chainId':
        return { result: `0x${this.chainId.toString(16)}` }
      case 'wallet_requestPermissions':
      case 'wallet_getPermissions':
        this.connected = true
        return { result: [{ parentCapability: 'eth_accounts' }] }
      case 'wallet_revokePermissions':
        this.connected = false
        return { result: null }
      case 'wallet_switchEthereumChain':
        return this.switchChain(params)
      case 'personal_sign':
      case 'eth_signTypedData_v4':
      case 'eth_sendTransaction':
        if (method === 'eth_signTypedData_v4') this.typed = JSON.parse(String(params[1])).message
        return this.decide(method, params)
      default:
        return this.passOn(method, params)
    }
  }

  private async switchChain([wanted]: unknown[]): Promise<Answer> {
    if (this.mood === 'rejects') return REJECTED
    const { chainId } = wanted as { chainId: Hex }
    await this.moveTo(Number(chainId))
    return { result: null }
  }

  private async decide(method: string, params: unknown[]): Promise<Answer> {
    this.asked.push(method)
    if (this.mood === 'waits') await new Promise<void>((go) => this.waiting.push(go))
    if (this.mood === 'rejects') return REJECTED
    const { account, wallet } = this.owner
    if (method === 'personal_sign')
      return { result: await account.signMessage({ message: { raw: params[0] as Hex } }) }
    if (method === 'eth_signTypedData_v4') {
      const typed = JSON.parse(String(params[1])) as TypedDataDefinition & { types: Record<string, unknown> }
      const { EIP712Domain: _, ...types } = typed.types
      return { result: await account.signTypedData({ ...typed, types } as TypedDataDefinition) }
    }
    if (this.mood === 'loses') return { result: LOST }
    const { to, data, value } = params[0] as { to?: Hex; data?: Hex; value?: Hex }
    return { result: await wallet.sendTransaction({ to, data, value: BigInt(value ?? 0) }) }
  }

  private async passOn(method: string, params: unknown[]): Promise<Answer> {
    const response = await fetch(this.owner.site.rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    })
    const { result, error } = (await response.json()) as {
      result: unknown
      error?: { code: number; message: string }
    }
    return error ? { error } : { result }
  }
}
