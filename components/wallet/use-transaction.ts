'use client'

import { useCallback, useRef, useState } from 'react'
import { type Address, formatEther, type Hex } from 'viem'
import { usePublicClient, useWalletClient } from 'wagmi'
import * as text from '#messages/wallet/use-transaction.ts'
import { type WalletFailure, walletFailure } from './wallet-failure.ts'

/** `to` null deploys `data` as creation code. */
export type PlannedCall = { to: Address | null; data: Hex }

export type TransactionState =
  | { kind: 'planned' }
  | { kind: 'simulating' }
  | { kind: 'costed'; gas: bigint; cost: string }
  | { kind: 'wallet-open' }
  | { kind: 'submitted'; hash: Hex; replaced: boolean }
  | { kind: 'confirmed'; hash: Hex; block: bigint; gasUsed: bigint; contract: Address | null }
  | { kind: 'failed'; failure: WalletFailure; hash: Hex | null }

/** plan, simulate, cost, wallet, submitted, confirmed: one call on a chain, from the person's own wallet. */
export function useTransaction(chainId: number, call: PlannedCall, from: Address | null) {
  const [state, setState] = useState<TransactionState>({ kind: 'planned' })
  const publicClient = usePublicClient({ chainId })
  const { data: wallet } = useWalletClient({ chainId })
  const attempt = useRef(0)

  const simulate = useCallback(async () => {
    if (!publicClient || !from) return
    setState({ kind: 'simulating' })
    try {
      const request = { account: from, data: call.data, ...(call.to && { to: call.to }) }
      await publicClient.call({ ...request, blockTag: 'pending' })
      const [gas, fees] = await Promise.all([
        publicClient.estimateGas(request),
        publicClient.estimateFeesPerGas(),
      ])
      const price = fees.maxFeePerGas ?? fees.gasPrice ?? 0n
      setState({ kind: 'costed', gas, cost: formatEther(gas * price) })
    } catch (error) {
      setState({ kind: 'failed', failure: walletFailure(error), hash: null })
    }
  }, [publicClient, from, call.to, call.data])

  const send = useCallback(async () => {
    if (!publicClient || !wallet || !from) return
    const mine = ++attempt.current
    const still = () => attempt.current === mine
    let hash: Hex | null = null
    setState({ kind: 'wallet-open' })
    try {
      hash = await wallet.sendTransaction({ account: from, data: call.data, to: call.to })
      if (still()) setState({ kind: 'submitted', hash, replaced: false })
      const receipt = await publicClient.waitForTransactionReceipt({
        hash,
        timeout: 180_000,
        onReplaced: ({ transaction }) =>
          still() && setState({ kind: 'submitted', hash: transaction.hash, replaced: true }),
      })
      if (receipt.status === 'reverted') {
        const failure = { kind: 'reverted', reason: text.revertedInBlock } as const
        setState({ kind: 'failed', failure, hash: receipt.transactionHash })
        return
      }
      setState({
        kind: 'confirmed',
        hash: receipt.transactionHash,
        block: receipt.blockNumber,
        gasUsed: receipt.gasUsed,
        contract: receipt.contractAddress ?? null,
      })
    } catch (error) {
      if (still()) setState({ kind: 'failed', failure: walletFailure(error), hash })
    }
  }, [publicClient, wallet, from, call.to, call.data])

  const reset = useCallback(() => {
    attempt.current += 1
    setState({ kind: 'planned' })
  }, [])

  return { state, simulate, send, reset }
}
