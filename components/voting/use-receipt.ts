'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Receipt } from '#lib/protocol/receipt.ts'
import type { CheckedReceipt } from './check-receipt.ts'
import type { ReceiptFacts } from './receipt-facts.ts'

export type ReceiptState =
  | { kind: 'fetching' }
  | { kind: 'unknown' }
  | { kind: 'offline' }
  | { kind: 'failed'; code: string }
  | { kind: 'found'; receipt: Receipt; checked: CheckedReceipt | null; at: number | null }

async function checkNow(receipt: Receipt, digest: string, facts: ReceiptFacts): Promise<CheckedReceipt> {
  const [{ http }, { checkReceipt }, { logApi }, { chainReader }] = await Promise.all([
    import('viem'),
    import('./check-receipt.ts'),
    import('./log-api.ts'),
    import('#lib/protocol/verify/rpc-reader.ts'),
  ])
  const chain = chainReader(http(`${window.location.origin}/rpc`, { timeout: 10_000, retryCount: 1 }))
  return checkReceipt({ receipt, digest, facts, log: logApi(facts.roundId), chain })
}

async function powerOf(roundId: string, voter: string): Promise<string | null> {
  try {
    const response = await fetch(`/api/v1/rounds/${roundId}/eligibility?address=${voter}`)
    const body: unknown = await response.json()
    const isWhole = body && typeof body === 'object' && 'pending' in body && body.pending === false
    const power = isWhole && 'power' in body ? body.power : null
    return typeof power === 'string' && /^[0-9]+$/.test(power) ? power : null
  } catch {
    return null
  }
}

/** Fetches a receipt and checks it in this browser, as often as one asks. */
export function useReceipt(facts: ReceiptFacts, digest: string) {
  const [state, setState] = useState<ReceiptState>({ kind: 'fetching' })
  const [power, setPower] = useState<string | null>(null)
  const run = useRef(0)
  const began = useRef(0)

  const verify = useCallback(async () => {
    run.current += 1
    const mine = run.current
    const current = () => run.current === mine
    setState((before) =>
      before.kind === 'found' ? { ...before, checked: null, at: null } : { kind: 'fetching' },
    )
    const { fetchReceipt } = await import('./fetch-receipt.ts')
    const answer = await fetchReceipt(facts.roundId, digest)
    if (!current()) return
    if (answer.kind !== 'found') return setState(answer)
    const { receipt } = answer
    setState({ kind: 'found', receipt, checked: null, at: null })
    powerOf(facts.roundId, receipt.leaf.ballot.voter).then((votes) => current() && setPower(votes))
    const checked = await checkNow(receipt, digest, facts)
    const at = facts.now + Math.floor((performance.now() - began.current) / 1000)
    if (current()) setState({ kind: 'found', receipt, checked, at })
  }, [facts, digest])

  useEffect(() => {
    began.current = performance.now()
    verify()
    return () => {
      run.current += 1
    }
  }, [verify])

  return { state, power, verify }
}
