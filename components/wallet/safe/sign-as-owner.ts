'use client'

import { useCallback, useRef, useState } from 'react'
import { useSignTypedData } from 'wagmi'
import { type WalletFailure, walletFailure } from '#components/wallet/wallet-failure.ts'
import { type PendingView, safeMessage } from '#lib/flows/pending-ballot/schema.ts'

export type OwnerState =
  | { kind: 'ready' }
  | { kind: 'wallet-open' }
  | { kind: 'sending' }
  | { kind: 'failed'; failure: WalletFailure }

/** One owner's signature for the Safe, handed to `send`. */
export function useSignAsOwner({ safe, digest }: PendingView, send: (body: object) => Promise<void>) {
  const [state, setState] = useState<OwnerState>({ kind: 'ready' })
  const { signTypedDataAsync } = useSignTypedData()
  const attempt = useRef(0)
  const deliver = useCallback(
    async (body: object) => {
      setState({ kind: 'sending' })
      await send(body)
      setState({ kind: 'ready' })
    },
    [send],
  )
  const sign = useCallback(async () => {
    const mine = ++attempt.current
    setState({ kind: 'wallet-open' })
    try {
      const signature = await signTypedDataAsync(safeMessage(safe, digest))
      if (attempt.current === mine) await deliver({ signature })
    } catch (error) {
      if (attempt.current === mine) setState({ kind: 'failed', failure: walletFailure(error) })
    }
  }, [signTypedDataAsync, safe, digest, deliver])
  const stop = useCallback(() => {
    attempt.current += 1
    setState({ kind: 'ready' })
  }, [])
  return { state, sign, stop, deliver }
}
