'use client'

import { useCallback, useRef, useState } from 'react'
import { useSignTypedData } from 'wagmi'
import { type WalletFailure, walletFailure } from '#components/wallet/wallet-failure.ts'
import { promptHashOf } from '#lib/protocol/brief.ts'
import { parentEntry } from '#lib/protocol/brief-parent.ts'
import { type PromptOpening, promptSealOf, sealedPrompt } from '#lib/protocol/brief-private.ts'
import type { Address, Bytes32, FileHash } from '#lib/protocol/primitives.ts'
import { type Brief, TYPES, versoDomain } from '#lib/protocol/typed-data.ts'
import * as text from '#messages/studio/sign-brief.ts'

const GOOD_FOR_SECONDS = 3600

export type BriefRound = {
  roundId: Bytes32
  slug: string
  chainId: number
  collection: Address
  licence: string
  now: number
  /** The work to vary, by its content; the signed brief names it. */
  parent?: FileHash
}

export type BriefFields = {
  prompt: string
  style: string
  count: number
  creatorName: string
  royaltyReceiver: Address | null
  provider: string
  /** Entries that name what the brief brings. */
  traits?: string
  /** The words are sealed in what is signed. */
  isPrivate?: boolean
}

/** What is random in a brief: two of the same words are two briefs, and no seal can be guessed open. */
export type BriefChance = { nonce: Bytes32; salt: Bytes32 }

/** A brief for the wallet, and beside it the words that it seals. */
export type BriefToSign = { brief: Brief; words: PromptOpening | null }

type Problem = { code: string; title: string; detail?: string; next: string; fields?: Record<string, string> }

export type SignBriefState =
  | { kind: 'writing' }
  | { kind: 'wallet-open' }
  | { kind: 'sending' }
  | { kind: 'failed'; failure: WalletFailure }
  | { kind: 'refused'; problem: Problem }
  | { kind: 'taken'; briefId: string }

const UNREACHED: Problem = {
  code: 'brief-unsent',
  title: text.unreached,
  next: text.unreachedNext,
}

const tidy = (text: string) => text.normalize('NFC').trim()

/** The brief exactly as the wallet gets it; the round's licence and an hour of time are part of it. */
export function briefOf(
  round: BriefRound,
  fields: BriefFields,
  creator: Address,
  { nonce, salt }: BriefChance,
): BriefToSign {
  const said = { prompt: tidy(fields.prompt), style: tidy(fields.style) }
  // The style is words too: it is sealed with the rest, in the order in which it is read.
  const text = [said.prompt, said.style].filter(Boolean).join(', ')
  const words = fields.isPrivate ? { text, salt } : null
  const { prompt, style } = words ? { prompt: sealedPrompt(promptSealOf(words)), style: '' } : said
  const brief = {
    round: round.roundId,
    creator,
    prompt,
    promptHash: promptHashOf(prompt),
    style,
    traits: [round.parent && parentEntry(round.parent), fields.traits].filter(Boolean).join('; '),
    licence: round.licence,
    royaltyReceiver: fields.royaltyReceiver ?? creator,
    count: fields.count,
    nonce,
    deadline: String(round.now + GOOD_FOR_SECONDS),
  }
  return { brief, words }
}

async function sendBrief(round: BriefRound, body: object): Promise<SignBriefState> {
  try {
    const answer = await fetch(`/api/v1/rounds/${round.roundId}/briefs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const said = await answer.json()
    return answer.ok ? { kind: 'taken', briefId: said.digest } : { kind: 'refused', problem: said }
  } catch {
    return { kind: 'refused', problem: UNREACHED }
  }
}

/** One signature, one POST; whatever happens, the words stay in the form. */
export function useSignBrief(round: BriefRound) {
  const [state, setState] = useState<SignBriefState>({ kind: 'writing' })
  const { signTypedDataAsync } = useSignTypedData()
  const attempt = useRef(0)

  const sign = useCallback(
    async ({ brief, words }: BriefToSign, fields: Pick<BriefFields, 'creatorName' | 'provider'>) => {
      const mine = ++attempt.current
      setState({ kind: 'wallet-open' })
      try {
        const signature = await signTypedDataAsync({
          domain: versoDomain(round.chainId, round.collection),
          types: { Brief: TYPES.Brief },
          primaryType: 'Brief',
          message: { ...brief, deadline: BigInt(brief.deadline) },
        })
        if (attempt.current !== mine) return
        setState({ kind: 'sending' })
        const { creatorName, provider } = fields
        setState(await sendBrief(round, { brief, signature, creatorName, provider, ...(words && { words }) }))
      } catch (error) {
        if (attempt.current === mine) setState({ kind: 'failed', failure: walletFailure(error) })
      }
    },
    [signTypedDataAsync, round],
  )

  const write = useCallback(() => {
    attempt.current += 1
    setState({ kind: 'writing' })
  }, [])

  return { state, sign, write }
}
