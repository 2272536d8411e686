'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'
import { TextAreaField } from '#components/ui/field.tsx'
import { ballotSummary, choicesMeaning } from '#components/voting/ballot/ballot-words.ts'
import { Chosen } from '#components/voting/ballot/chosen.tsx'
import type { BallotWork } from '#components/voting/ballot-row.tsx'
import { ballotLines, noteBytes } from '#components/voting/ballot-text.ts'
import { useKnownVoter } from '#components/voting/duel/use-known-voter.ts'
import { useEligibility } from '#components/voting/eligibility.ts'
import { PowerByAddress, PowerOf } from '#components/voting/power-by-address.tsx'
import { rememberSignedBallot } from '#components/voting/signed-ballots.ts'
import { TypedSheet } from '#components/voting/typed-sheet.tsx'
import { picksStoreOf, usePicks } from '#components/voting/use-picks.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { Ballot } from '#lib/protocol/typed-data.ts'
import * as words from '#messages/wallet/ballot-desk.ts'
import { useWalletAccount } from './account.tsx'
import type { BallotRound } from './ballot-round.ts'
import { BallotSigning } from './ballot-signing.tsx'
import { DraftDoor } from './drafts/draft-door.tsx'
import { Duels } from './duels.tsx'
import { SafeDoor } from './safe/safe-door.tsx'
import { useThreshold } from './safe/use-threshold.ts'
import { type SignBallotState, useSignBallot } from './sign-ballot.ts'
import { useFilledBallot } from './use-filled-ballot.ts'
import { useReviewedBallot } from './use-reviewed-ballot.ts'
import type { WalletChain } from './wallet-chain.ts'

// It checks what the server answers, which is much script for those who vote for themselves.
const CollectOwners = dynamic(() =>
  import('./safe/collect-owners.tsx').then((module) => module.CollectOwners),
)

const MAX_NOTE_BYTES = 500
const NOTE_TOO_LONG = words.noteTooLong(MAX_NOTE_BYTES)

type BallotDeskProps = { round: BallotRound; works: readonly BallotWork[]; chain: WalletChain }

/** Keeps the signed ballot on the device and goes to its receipt. */
function useReceiptAfter(state: SignBallotState, round: BallotRound, voter: Address | null, ballot: Ballot) {
  const router = useRouter()
  useEffect(() => {
    if (state.kind !== 'signed' || !voter) return
    const { digest, number } = state
    const { sequence, choices } = ballot
    const signed = { voter, sequence, digest, number, choices }
    rememberSignedBallot(() => window.localStorage, round.roundId, signed)
    router.push(`/rounds/${round.slug}/receipt/${digest}`)
  }, [state, voter, ballot, round.roundId, round.slug, router])
}

function Note({ roundId, note }: { roundId: Bytes32; note: string }) {
  const bytes = noteBytes(note)
  return (
    <TextAreaField
      name="note"
      label={words.note}
      aside={words.noteAside}
      count={words.noteCount(bytes, MAX_NOTE_BYTES)}
      error={bytes > MAX_NOTE_BYTES ? NOTE_TOO_LONG : undefined}
      rows={2}
      value={note}
      onChange={(event) => picksStoreOf(roundId).setNote(event.target.value)}
    />
  )
}

function NoteAndDraft({ note, ...draft }: BallotDeskProps & { note: string; voter: Address | null }) {
  return (
    <>
      <Note roundId={draft.round.roundId} note={note} />
      <DraftDoor {...draft} />
    </>
  )
}

/** Two columns where there is room: what is chosen and why it weighs what it weighs, and the text with its button. */
function Columns({ left, right }: { left: ReactNode; right: ReactNode }) {
  return (
    <div className="grid gap-10 min-[68rem]:grid-cols-2">
      <div className="grid content-start gap-6">{left}</div>
      <div className="grid content-start gap-4">{right}</div>
    </div>
  )
}

/**
 * Whose ballot it is: the connected account's, or a Safe's whose address was given. Duels are drawn for an address:
 * before a wallet is connected, the ballot is that of whoever was judged for here.
 */
function useVoter(chain: WalletChain, round: BallotRound) {
  const account = useWalletAccount(chain, round.signingChains)
  const [declared, declare] = useState<Address | null>(null)
  const connected = account.kind === 'ready' ? account.address : null
  const threshold = useThreshold(round.chainId, declared ? null : connected)
  const signingChain = !declared && account.kind === 'ready' ? account.chainId : round.chainId
  const known = useKnownVoter(round.roundId)
  const voter = declared ?? connected ?? (round.method === 'pairwise' ? known : null)
  const isSafe = declared !== null || threshold !== null
  return { voter, known, declared, declare, signingChain, isSafe }
}

/** Review and sign: what was chosen, what it weighs, and the very text that the wallet will show. */
export function BallotDesk({ round, works, chain }: BallotDeskProps) {
  const { voter, known, declared, declare, signingChain, isSafe } = useVoter(chain, round)
  const { note } = usePicks(round.roundId)
  const eligibility = useEligibility(round.roundId, voter)
  const votes = eligibility.kind === 'found' && !eligibility.found.pending ? eligibility.found.power : null
  const filled = useFilledBallot(round, works, { voter, power: votes })
  const { choices } = filled
  const reviewed = useReviewedBallot(round, { choices, note, voter: filled.voter, isSafe })
  const { ballot, text } = reviewed.written
  const { state, sign, review } = useSignBallot(round)
  useReceiptAfter(state, round, declared ? null : voter, ballot)
  const { method } = round
  // An abstention is said by an empty ballot only, never by one that is not filled in.
  const isUnsaid = filled.lack !== null && choices.numbers.length === 0
  const lack = filled.lack ?? (noteBytes(note) > MAX_NOTE_BYTES ? NOTE_TOO_LONG : null)
  const power = voter ? (
    <PowerOf roundId={round.roundId} slug={round.slug} address={voter} />
  ) : (
    <PowerByAddress roundId={round.roundId} slug={round.slug} />
  )
  const noteField = <NoteAndDraft {...{ round, works, chain, voter, note }} />
  const signing = (
    <>
      <TypedSheet
        domain={{ name: 'Verso', version: '1', chainId: signingChain, contract: round.collection }}
        fields={ballotLines(ballot, {
          title: round.title,
          candidates: round.candidateCount,
          meaning: isUnsaid ? words.nothingChosen : choicesMeaning(method, choices),
          voter: isSafe ? words.theSafe : voter && words.you,
        })}
        beside={text}
      />
      {!declared && (
        <BallotSigning
          chain={chain}
          signingChains={round.signingChains}
          summary={isUnsaid ? words.notFilledIn : ballotSummary(method, choices, votes)}
          votes={votes}
          asking={eligibility.kind === 'none' || eligibility.kind === 'asking'}
          lack={lack}
          state={state}
          sign={() => sign({ ...reviewed.issueNow(), signingChain })}
          review={review}
          onSequence={(last) => {
            reviewed.follow(last)
            review()
          }}
        />
      )}
      {isSafe && <CollectOwners round={round} ballot={reviewed.issueNow} lack={lack} />}
      <SafeDoor declared={declared} declare={declare} />
    </>
  )
  if (method !== 'pairwise')
    return (
      <Columns
        left={
          <>
            <Chosen {...filled} round={{ ...round, method }} />
            {power}
            {noteField}
          </>
        }
        right={signing}
      />
    )
  return (
    <Columns
      left={
        <>
          <Duels round={round} works={works} filled={filled} voter={voter} known={known} />
          {power}
          {noteField}
        </>
      }
      right={signing}
    />
  )
}
