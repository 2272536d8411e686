import {
  assertCurrentChain,
  type Chain,
  createPublicClient,
  type EIP1193Parameters,
  type Hex,
  http,
  type LocalAccount,
  numberToHex,
  SwitchChainError,
  type TypedDataDefinition,
  UnauthorizedProviderError,
} from 'viem'

type Asked = Pick<EIP1193Parameters, 'method'> & { params?: unknown }
type Typed = TypedDataDefinition & { types: Record<string, unknown> }
type Call = { from?: Hex; to?: Hex; data?: Hex; value?: Hex; gas?: Hex }

const quantity = (hex: Hex | undefined) => (hex === undefined ? undefined : BigInt(hex))

/** An EIP-1193 provider around one account in this page; what it does not answer itself, the chain answers. */
export function localProvider(account: LocalAccount, chain: Chain) {
  const transport = http(chain.rpcUrls.default.http[0], { retryCount: 0 })
  const reader = createPublicClient({ chain, transport })

  const requireOwn = (address: unknown) => {
    if (String(address).toLowerCase() === account.address.toLowerCase()) return
    throw new UnauthorizedProviderError(new Error(`${address} is not the borrowed account`))
  }
  const signTyped = (text: unknown) => {
    const { types, ...typed } = JSON.parse(String(text)) as Typed
    const { EIP712Domain: _, ...own } = types
    return account.signTypedData({ ...typed, types: own } as TypedDataDefinition)
  }
  // Filled and signed by hand: viem would ask the node to fill it, which the proxy does not pass. On pending, because
  // a call on the latest block sees that block's time.
  const send = async ({ from, to, data, value, gas }: Call) => {
    requireOwn(from)
    const { address } = account
    const call = { to: to ?? null, data, value: quantity(value) }
    const [chainId, nonce, fees, needed] = await Promise.all([
      reader.getChainId(),
      reader.getTransactionCount({ address, blockTag: 'pending' }),
      reader.estimateFeesPerGas(),
      quantity(gas) ?? reader.estimateGas({ account: address, ...call, blockTag: 'pending' }),
    ])
    assertCurrentChain({ currentChainId: chainId, chain })
    const signed = await account.signTransaction({
      ...call,
      ...fees,
      chainId,
      nonce,
      gas: needed,
      type: 'eip1559',
    })
    return reader.sendRawTransaction({ serializedTransaction: signed })
  }
  const requireThisChain = (wanted: Hex) => {
    if (Number(wanted) === chain.id) return null
    throw new SwitchChainError(new Error(`a borrowed identity lives on chain ${chain.id} only`))
  }

  async function request({ method, params }: Asked): Promise<unknown> {
    const given = Array.isArray(params) ? params : []
    switch (method) {
      case 'eth_accounts':
      case 'eth_requestAccounts':
        return [account.address]
      case 'eth_chainId':
        return numberToHex(chain.id)
      case 'personal_sign':
        requireOwn(given[1])
        return account.signMessage({ message: { raw: given[0] } })
      case 'eth_signTypedData_v4':
        requireOwn(given[0])
        return signTyped(given[1])
      case 'eth_sendTransaction':
        return send(given[0])
      case 'wallet_switchEthereumChain':
        return requireThisChain(given[0].chainId)
      default:
        return reader.request({ method, params } as Parameters<typeof reader.request>[0])
    }
  }
  return { request }
}

export type LocalProvider = ReturnType<typeof localProvider>
