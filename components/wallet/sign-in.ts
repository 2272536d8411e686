'use client'

import { useCallback, useEffect, useState } from 'react'
import { createSiweMessage } from 'viem/siwe'
import { useSignMessage } from 'wagmi'
import * as text from '#messages/wallet/sign-in.ts'
import { type WalletFailure, walletFailure } from './wallet-failure.ts'

export type SignInState =
  | { kind: 'unknown' }
  | { kind: 'out' }
  | { kind: 'wallet-open' }
  | { kind: 'in'; address: string }
  | { kind: 'failed'; failure: WalletFailure }

async function currentAddress(): Promise<string | null> {
  const answer = await fetch('/api/v1/session', { cache: 'no-store' })
  if (!answer.ok) return null
  const body: { address: string | null } = await answer.json()
  return body.address
}

/** Sign-in with Ethereum for one address; the session is never a voting authority. */
export function useSignIn(address: `0x${string}` | null, chainId: number) {
  const [state, setState] = useState<SignInState>({ kind: 'unknown' })
  const { signMessageAsync } = useSignMessage()

  useEffect(() => {
    let current = true
    currentAddress().then((signedIn) => {
      if (!current) return
      setState(signedIn && signedIn === address ? { kind: 'in', address: signedIn } : { kind: 'out' })
    })
    return () => {
      current = false
    }
  }, [address])

  const signIn = useCallback(async () => {
    if (!address) return
    setState({ kind: 'wallet-open' })
    try {
      const { nonce }: { nonce: string } = await (
        await fetch('/api/v1/session/nonce', { cache: 'no-store' })
      ).json()
      const { getAddress } = await import('viem')
      const message = createSiweMessage({
        address: getAddress(address),
        chainId,
        domain: window.location.host,
        nonce,
        uri: window.location.origin,
        version: '1',
        statement: 'Sign in to Verso. This sends nothing and gives no voting power.',
      })
      const signature = await signMessageAsync({ message })
      const answer = await fetch('/api/v1/session/verify', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ message, signature }),
      })
      if (!answer.ok) {
        const problem: { detail?: string; title?: string } = await answer.json()
        setState({
          kind: 'failed',
          failure: { kind: 'unknown', detail: problem.detail ?? problem.title ?? text.notAccepted },
        })
        return
      }
      setState({ kind: 'in', address })
    } catch (error) {
      setState({ kind: 'failed', failure: walletFailure(error) })
    }
  }, [address, chainId, signMessageAsync])

  const signOut = useCallback(async () => {
    await fetch('/api/v1/session/logout', { method: 'POST' })
    setState({ kind: 'out' })
  }, [])

  return { state, signIn, signOut, reset: () => setState({ kind: 'out' }) }
}
