'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useState } from 'react'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { TextAreaField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { BallotRow, type BallotWork } from '#components/voting/ballot-row.tsx'
import { ballotLines, ballotOf, noteBytes } from '#components/voting/ballot-text.ts'
import { useEligibility } from '#components/voting/eligibility.ts'
import { PowerByAddress, PowerOf } from '#components/voting/power-by-address.tsx'
import {
  nextSequence,
  readSignedBallots,
  rememberSignedBallot,
  type SignedBallot,
} from '#components/voting/signed-ballots.ts'
import { TypedSheet } from '#components/voting/typed-sheet.tsx'
import { picksStoreOf, usePicks } from '#components/voting/use-picks.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { Ballot } from '#lib/protocol/typed-data.ts'
import { AccountLine, ConnectButton, SwitchNetwork, useIsBorrowed, useWalletAccount } from './account.tsx'
import { useInstanceNow } from './instance-now.ts'
import { type SignBallotState, useSignBallot } from './sign-ballot.ts'
import type { WalletChain } from './wallet-chain.ts'
import { WalletFailed, WalletOpen } from './wallet-stage.tsx'

const MAX_NOTE_BYTES = 500
const NOBODY: Address = `0x${'0'.repeat(40)}`

export type BallotRound = {
  slug: string
  title: string
  roundId: Bytes32
  candidateRoot: Bytes32
  candidateCount: number
  chainId: number
  collection: Address
  method: string
  maxChoices: number
  closesAt: number
  /** The instance's clock when the page was made. */
  now: number
}

type BallotDeskProps = { round: BallotRound; works: readonly BallotWork[]; chain: WalletChain }

const storage = () => window.localStorage

function Picked({
  works,
  off,
  setOff,
}: {
  works: readonly BallotWork[]
  off: ReadonlySet<number>
  setOff: (off: Set<number>) => void
}) {
  const change = (number: number, takenOff: boolean) => {
    const next = new Set(off)
    if (takenOff) next.add(number)
    else next.delete(number)
    setOff(next)
  }
  return (
    <ul>
      {works.map((work) => (
        <BallotRow
          key={work.number}
          work={work}
          takenOff={off.has(work.number)}
          onTakeOff={() => change(work.number, true)}
          onPutBack={() => change(work.number, false)}
        />
      ))}
    </ul>
  )
}

type SignProps = {
  chain: WalletChain
  round: BallotRound
  count: number
  tooMany: boolean
  state: SignBallotState
  sign: () => void
  review: () => void
  onSequence: (last: bigint) => void
}

function Outcome({ state, review, onSequence }: Pick<SignProps, 'state' | 'review' | 'onSequence'>) {
  if (state.kind === 'failed')
    return <WalletFailed failure={state.failure} kept="Your ballot is kept." onBack={review} />
  if (state.kind === 'unsent')
    return (
      <Notice
        title="Signed, but this server could not be reached."
        code="ballot-unsent"
        live="alert"
        headingLevel={3}
        actions={
          <Button size={32} onClick={state.send}>
            Send it again
          </Button>
        }
      >
        Your signature is kept in this page. Nothing has to be signed again.
      </Notice>
    )
  if (state.kind !== 'refused') return null
  const { refused } = state
  const last = refused.lastSequence
  return (
    <Notice
      title={refused.title}
      code={refused.code}
      live="alert"
      headingLevel={3}
      actions={
        <Button size={32} onClick={() => (last ? onSequence(BigInt(last)) : review())}>
          {last ? 'Take the next number and sign again' : 'Back to the ballot'}
        </Button>
      }
    >
      {refused.next} Your picks are kept.
    </Notice>
  )
}

function Sign(props: SignProps) {
  const { chain, round, count, tooMany, state, sign, review } = props
  const account = useWalletAccount(chain)
  const address = account.kind === 'ready' ? account.address : null
  const power = useEligibility(round.roundId, address)
  const borrowed = useIsBorrowed()
  if (account.kind === 'none' || account.kind === 'connecting')
    return <ConnectButton>Connect a wallet to sign</ConnectButton>
  if (account.kind === 'wrong-network') return <SwitchNetwork chain={chain} />
  if (state.kind === 'wallet-open')
    return (
      <WalletOpen
        doing="It shows these ten lines. If it shows anything else, close it: your ballot is kept."
        onCancel={review}
      />
    )
  if (state.kind === 'sending')
    return (
      <p role="status" className="text-15">
        Signed. Putting it into the log …
      </p>
    )
  const votes = power.kind === 'found' ? power.found.power : null
  const zero = votes === '0'
  const words = count === 0 ? 'abstain' : count === 1 ? '1 work' : `${count} works`
  const reason = zero
    ? 'This account has no votes in this round: see why beside it.'
    : tooMany
      ? `A ballot of this round holds at most ${round.maxChoices} works. Take some off.`
      : undefined
  return (
    <div className="grid gap-3">
      <Outcome {...props} />
      <Button
        id="sign-ballot"
        kind="act"
        size={52}
        dot="candidate"
        wide
        disabled={votes === null || zero || tooMany}
        {...(reason && { reason })}
        onClick={sign}
      >
        {`Sign ballot: ${words}${votes === null ? '' : `, ${BigInt(votes).toLocaleString('en')} votes`}, no gas`}
      </Button>
      <p className="text-13 text-second">
        {borrowed
          ? 'These ten lines are what is signed, at once and with a borrowed key.'
          : 'Your wallet opens and shows these ten lines. If it shows anything else, close it: your ballot is kept.'}{' '}
        Nothing is sent to a chain and nothing is paid.
      </p>
      <AccountLine address={account.address} />
    </div>
  )
}

/** The ballot being reviewed, and everything that changes it. */
function useReviewedBallot(round: BallotRound, works: readonly BallotWork[], voter: Address | null) {
  const picks = usePicks(round.roundId)
  const instanceNow = useInstanceNow(round.now)
  const [off, setOff] = useState<ReadonlySet<number>>(new Set())
  const [issuedAt, setIssuedAt] = useState(round.now)
  const [forced, setForced] = useState<bigint | null>(null)
  const [remembered, setRemembered] = useState<SignedBallot[]>([])
  useEffect(() => setRemembered(readSignedBallots(storage, round.roundId)), [round.roundId])
  const picked = useMemo(
    () => works.filter(({ number }) => picks.numbers.includes(number)),
    [works, picks.numbers],
  )
  const numbers = picked.filter(({ number }) => !off.has(number)).map(({ number }) => number)
  const ballot = ballotOf({
    round: round.roundId,
    candidateRoot: round.candidateRoot,
    voter: voter ?? NOBODY,
    method: round.method,
    numbers,
    note: picks.note,
    sequence: forced ?? nextSequence(remembered, voter ?? ''),
    issuedAt,
    validUntil: round.closesAt,
  })
  const issueNow = (): Ballot => {
    const now = instanceNow()
    setIssuedAt(now)
    return { ...ballot, issuedAt: String(now) }
  }
  return {
    ballot,
    picked,
    numbers,
    off,
    setOff,
    note: picks.note,
    issueNow,
    follow: (last: bigint) => setForced(last + 1n),
  }
}

/** Keeps the signed ballot on the device and goes to its receipt. */
function useReceiptAfter(state: SignBallotState, round: BallotRound, voter: Address | null, ballot: Ballot) {
  const router = useRouter()
  useEffect(() => {
    if (state.kind !== 'signed' || !voter) return
    const { digest, number } = state
    const { sequence, choices } = ballot
    rememberSignedBallot(storage, round.roundId, { voter, sequence, digest, number, choices })
    router.push(`/rounds/${round.slug}/receipt/${digest}`)
  }, [state, voter, ballot, round.roundId, round.slug, router])
}

function Chosen({ round, reviewed }: { round: BallotRound; reviewed: ReturnType<typeof useReviewedBallot> }) {
  const { picked, off, setOff } = reviewed
  const title =
    picked.length === 0 ? 'No works yet' : picked.length === 1 ? 'One work' : `${picked.length} works`
  const toTheWall = (
    <ButtonLink href={`/rounds/${round.slug}`} size={32}>
      To the wall
    </ButtonLink>
  )
  return (
    <Section title={title} aside="each gets all your votes, in any order">
      {picked.length === 0 ? (
        <Notice title="Nothing is picked on this device." actions={toTheWall}>
          Pick works on the wall; signing an empty ballot says that you abstain.
        </Notice>
      ) : (
        <Picked works={picked} off={off} setOff={setOff} />
      )}
    </Section>
  )
}

function Note({ roundId, note }: { roundId: Bytes32; note: string }) {
  const bytes = noteBytes(note)
  return (
    <TextAreaField
      name="note"
      label="Note"
      aside="optional, public after the close"
      count={`${bytes} of ${MAX_NOTE_BYTES} bytes`}
      error={bytes > MAX_NOTE_BYTES ? `A note holds ${MAX_NOTE_BYTES} bytes: shorten it.` : undefined}
      rows={2}
      value={note}
      onChange={(event) => picksStoreOf(roundId).setNote(event.target.value)}
    />
  )
}

/** Review and sign: what was chosen, what it weighs, and the very text that the wallet will show. */
export function BallotDesk({ round, works, chain }: BallotDeskProps) {
  const account = useWalletAccount(chain)
  const voter = account.kind === 'ready' ? account.address : null
  const reviewed = useReviewedBallot(round, works, voter)
  const { ballot, numbers, note } = reviewed
  const { state, sign, review } = useSignBallot(round)
  useReceiptAfter(state, round, voter, ballot)
  return (
    <div className="grid gap-10 min-[68rem]:grid-cols-2">
      <div className="grid content-start gap-6">
        <Chosen round={round} reviewed={reviewed} />
        {voter ? (
          <PowerOf roundId={round.roundId} address={voter} />
        ) : (
          <PowerByAddress roundId={round.roundId} />
        )}
        <Note roundId={round.roundId} note={note} />
      </div>
      <div className="grid content-start gap-4">
        <TypedSheet
          domain={{ name: 'Verso', version: '1', chainId: round.chainId, contract: round.collection }}
          fields={ballotLines(ballot, {
            title: round.title,
            candidates: round.candidateCount,
            chosen: numbers.length,
            connected: voter !== null,
          })}
        />
        <Sign
          chain={chain}
          round={round}
          count={numbers.length}
          tooMany={numbers.length > round.maxChoices || noteBytes(note) > MAX_NOTE_BYTES}
          state={state}
          sign={() => sign(reviewed.issueNow())}
          review={review}
          onSequence={(last) => {
            reviewed.follow(last)
            review()
          }}
        />
      </div>
    </div>
  )
}
