'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { bytesToHex } from 'viem'
import { Button } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import { TypedSheet } from '#components/voting/typed-sheet.tsx'
import { WalletFailed, WalletOpen } from '#components/wallet/wallet-stage.tsx'
import type { Address } from '#lib/protocol/primitives.ts'
import { type Brief, TYPES } from '#lib/protocol/typed-data.ts'
import * as text from '#messages/studio/brief-signing.ts'
import { type DraftPlace, dropDraft } from './brief-draft.ts'
import { type BriefFields, type BriefRound, type BriefToSign, briefOf, useSignBrief } from './sign-brief.ts'

type SigningProps = {
  round: BriefRound
  fields: BriefFields
  creator: Address
  now: () => number
  /** Title of the work that is varied. */
  parentTitle?: string | undefined
  /** Where the words are kept until they are signed. */
  draft?: DraftPlace
  onBack: () => void
}

const random32 = () => bytesToHex(crypto.getRandomValues(new Uint8Array(32)))

/** One brief to sign: its nonce, its salt and its deadline stand before the wallet opens, and are new after a refusal. */
function useBriefToSign({ round, fields, creator, now }: SigningProps, refused: boolean): BriefToSign {
  const fresh = () => {
    const chance = { nonce: random32(), salt: random32() }
    return briefOf({ ...round, now: now() }, fields, creator, chance)
  }
  const [brief, setBrief] = useState(fresh)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a refusal or another account asks for a new one
  useEffect(() => setBrief(fresh()), [refused, creator])
  return brief
}

/** What the wallet will show, line for line. */
function BriefSheet({
  round,
  toSign: { brief, words },
  parentTitle,
  fields,
}: Pick<SigningProps, 'round' | 'parentTitle' | 'fields'> & { toSign: BriefToSign }) {
  const meanings: Partial<Record<keyof Brief, string>> = {
    deadline: formatMoment(Number(brief.deadline) * 1000, { year: true }),
    ...(words && { prompt: text.seals(words.text) }),
    ...(fields.traits && { traits: text.finishedWork }),
    ...(parentTitle && { traits: text.variationOf(parentTitle) }),
  }
  return (
    <TypedSheet
      domain={{ name: 'Verso', version: '1', chainId: round.chainId, contract: round.collection }}
      fields={TYPES.Brief.map(({ name }) => {
        const meaning = meanings[name]
        const value = String(brief[name]) || '–'
        return { name, value, important: name === 'prompt', ...(meaning && { meaning }) }
      })}
    />
  )
}

/** Sheet and red button; every way out leads back here with the words kept. */
export function BriefSigning(props: SigningProps) {
  const { round, fields, parentTitle, draft = round, onBack } = props
  const router = useRouter()
  const { state, sign, write } = useSignBrief(round)
  const toSign = useBriefToSign(props, state.kind === 'refused')
  const sheet = <BriefSheet {...{ round, toSign, parentTitle, fields }} />
  useEffect(() => {
    if (state.kind !== 'taken') return
    dropDraft(() => window.localStorage, draft)
    router.push(`/rounds/${round.slug}/submit?brief=${state.briefId}`)
  }, [state, round, draft, router])
  if (state.kind === 'wallet-open')
    return (
      <div className="grid grid-cols-1 gap-4">
        {sheet}
        <WalletOpen doing={text.walletShows} onCancel={write} />
      </div>
    )
  if (state.kind === 'sending' || state.kind === 'taken')
    return (
      <p role="status" className="text-15">
        {text.handing}
      </p>
    )
  return (
    <div className="grid grid-cols-1 gap-4">
      {state.kind === 'failed' && (
        <WalletFailed failure={state.failure} kept={text.wordsKept} onBack={write} />
      )}
      {state.kind === 'refused' && (
        <Notice
          title={state.problem.detail ?? state.problem.title}
          code={state.problem.code}
          live="alert"
          headingLevel={3}
        >
          {state.problem.next} {text.wordsKept}
        </Notice>
      )}
      {sheet}
      <Button kind="act" size={52} dot="candidate" wide onClick={() => sign(toSign, fields)}>
        {fields.traits ? text.signWork : text.sign(fields.count)}
      </Button>
      <div>
        <Button size={32} onClick={onBack}>
          {text.changeWords}
        </Button>
      </div>
    </div>
  )
}
