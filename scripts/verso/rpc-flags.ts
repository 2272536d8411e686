import type { ChainReader } from '#lib/protocol/verify/chain-reader.ts'
import { rpcReader } from './chain-reader.ts'
import { UsageError } from './usage.ts'

/** Where chains are asked: the round's own, and others by their ids. */
export type RpcUrls = { home: string | null; others: ReadonlyMap<number, string> }

const OTHER = /^([1-9][0-9]{0,9})=(.+)$/

/** Reads `--rpc URL` and `--rpc 10=URL`, each chain at most once. @throws UsageError */
export function readRpcFlags(given: readonly string[]): RpcUrls {
  const others = new Map<number, string>()
  let home: string | null = null
  for (const text of given) {
    const [, id, url = text] = OTHER.exec(text) ?? []
    if (!URL.canParse(url)) throw new UsageError(`--rpc ${text} is no address`)
    if (id === undefined) {
      if (home !== null) throw new UsageError('--rpc twice for the home chain; others are written 10=URL')
      home = url
    } else if (others.has(Number(id))) throw new UsageError(`--rpc twice for chain ${id}`)
    else others.set(Number(id), url)
  }
  return { home, others }
}

/** The one address of a command that asks the home chain alone. @throws UsageError */
export function homeRpc(given: readonly string[] | undefined): string | undefined {
  const { home, others } = readRpcFlags(given ?? [])
  if (others.size > 0) throw new UsageError('this command asks the home chain alone')
  return home ?? undefined
}

/** Readers of the other chains. */
export function otherReaders({ others }: RpcUrls): (chainId: number) => ChainReader | null {
  return (chainId) => {
    const url = others.get(chainId)
    return url === undefined ? null : rpcReader(url)
  }
}
