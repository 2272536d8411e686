'use client'

import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { useCopy } from '#components/ui/use-copy.ts'
import { ballotLines } from '#components/voting/ballot-text.ts'
import { PowerOf } from '#components/voting/power-by-address.tsx'
import { TypedSheet } from '#components/voting/typed-sheet.tsx'
import { AccountLine, ConnectButton, SwitchNetwork, useWalletAccount } from '#components/wallet/account.tsx'
import type { WalletChain } from '#components/wallet/wallet-chain.ts'
import { WalletFailed, WalletOpen } from '#components/wallet/wallet-stage.tsx'
import type { PendingView } from '#lib/flows/pending-ballot/schema.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import * as text from '#messages/wallet/safe/pending-desk.ts'
import { OwnerList } from './owner-list.tsx'
import { type OwnerState, useSignAsOwner } from './sign-as-owner.ts'
import { usePending } from './use-pending.ts'

export type PendingRound = {
  slug: string
  title: string
  roundId: string
  collection: Address
  candidateCount: number
}

type ChosenWork = { number: number; title: string; creator: string }
type PendingDeskProps = {
  round: PendingRound
  pending: PendingView
  works: readonly ChosenWork[]
  chain: WalletChain
}

function Chosen({ round, works }: { round: PendingRound; works: readonly ChosenWork[] }) {
  return (
    <Section title={text.chosen(works.length)} aside={text.chosenAside}>
      <ul>
        {works.map(({ number, title: name, creator }) => (
          <li
            key={number}
            className="flex flex-wrap items-baseline gap-x-2.5 border-line border-b py-2 text-13"
          >
            <span className="type-mono text-second">#{number}</span>
            <a href={`/rounds/${round.slug}/works/${number}`} className="link type-title">
              {name}
            </a>
            <span className="ml-auto text-second">{creator}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type ActProps = {
  view: PendingView
  chain: WalletChain
  count: number
  state: OwnerState
  sign: () => void
  stop: () => void
}

/** What an owner can do: connect, sign, or learn that they are none. */
function Act({ view, chain, count, state, sign, stop }: ActProps) {
  const account = useWalletAccount(chain)
  if (account.kind === 'none' || account.kind === 'connecting')
    return <ConnectButton>{text.connect}</ConnectButton>
  if (account.kind === 'wrong-network') return <SwitchNetwork chain={chain} />
  if (state.kind === 'wallet-open') return <WalletOpen doing={text.walletShows} onCancel={stop} />
  if (state.kind === 'sending')
    return (
      <p role="status" className="text-15">
        {text.sending}
      </p>
    )
  const { address } = account
  const isOwner = view.safe.owners.includes(address)
  const hasSigned = view.signed.some(({ owner }) => owner === address)
  return (
    <div className="grid gap-3">
      {state.kind === 'failed' && (
        <WalletFailed failure={state.failure} kept={text.ballotKept} onBack={stop} />
      )}
      {!isOwner && (
        <Notice title={text.noOwner} code="not-an-owner" live="status" headingLevel={3}>
          {text.useOwner}
        </Notice>
      )}
      {isOwner && !hasSigned && (
        <>
          <Button id="sign-as-owner" kind="act" size={52} dot="candidate" wide onClick={sign}>
            {text.sign(count)}
          </Button>
          <p className="text-13 text-second">
            {text.messageBefore}
            <Hash value={view.digest} />
            {text.messageAfter}
          </p>
        </>
      )}
      <AccountLine address={address} />
    </div>
  )
}

/** For the others: the address of this page, and the way on chain. */
function Others({ view, deliver }: { view: PendingView; deliver: (body: object) => Promise<void> }) {
  const { copied, copy } = useCopy()
  const enough = view.signed.length >= view.safe.threshold
  return (
    <div className="grid gap-3 border-line border-t pt-4">
      <p className="text-13 text-second">{text.passOn}</p>
      <div className="flex flex-wrap gap-2">
        {enough && (
          <Button kind="main" size={32} onClick={() => deliver({})}>
            {text.sendNow}
          </Button>
        )}
        <Button size={32} onClick={() => copy(window.location.href)}>
          {copied === 'yes' ? text.copied : text.copyAddress}
        </Button>
        <Button size={32} onClick={() => deliver({ onChain: true })}>
          {text.signedOnChain}
        </Button>
      </div>
    </div>
  )
}

/** In the log, refused, or too late: what became of it. */
function Ended({ view, round, mayRead }: { view: PendingView; round: PendingRound; mayRead: boolean }) {
  const ballotHref = `/rounds/${round.slug}/ballot`
  if (view.state === 'taken')
    return (
      <Notice
        title={view.receipt ? text.takenAs(view.receipt.leafIndex + 1) : text.taken}
        live="status"
        actions={
          mayRead && (
            <ButtonLink href={`/rounds/${round.slug}/receipt/${view.digest}`} size={32}>
              {text.toReceipt}
            </ButtonLink>
          )
        }
      >
        {text.takenHow}
      </Notice>
    )
  const again = (
    <ButtonLink href={ballotHref} size={32}>
      {text.makeNew}
    </ButtonLink>
  )
  if (view.refused)
    return (
      <Notice title={view.refused.title} code={view.refused.code} live="alert" actions={again}>
        {text.refused}
      </Notice>
    )
  return (
    <Notice
      title={text.over}
      code="pending-over"
      actions={
        <ButtonLink href={`/rounds/${round.slug}`} size={32}>
          {text.toWall}
        </ButtonLink>
      }
    >
      {text.overWhy}
    </Notice>
  )
}

/** A ballot that waits for the owners of a Safe: each opens it when and where they like. */
export function PendingDesk({ round, pending, works, chain }: PendingDeskProps) {
  const { view, problem, mayRead, act } = usePending(round.roundId, pending)
  const { state, sign, stop, deliver } = useSignAsOwner(view, act)
  const account = useWalletAccount(chain)
  const you = account.kind === 'ready' ? account.address : null
  return (
    <div className="grid gap-10 min-[68rem]:grid-cols-2">
      <div className="grid content-start gap-6">
        <Chosen round={round} works={works} />
        <PowerOf roundId={round.roundId} slug={round.slug} address={view.safe.address} />
      </div>
      <div className="grid content-start gap-6">
        {view.state !== 'collecting' && <Ended view={view} round={round} mayRead={mayRead} />}
        <OwnerList view={view} you={you} />
        {problem && (
          <Notice title={problem.title} code={problem.code} live="alert" headingLevel={3}>
            {problem.next}
          </Notice>
        )}
        {view.state === 'collecting' && (
          <>
            <Act view={view} chain={chain} count={works.length} state={state} sign={sign} stop={stop} />
            <Others view={view} deliver={deliver} />
          </>
        )}
        <TypedSheet
          title={text.sheet}
          domain={{
            name: 'Verso',
            version: '1',
            chainId: view.signingChain,
            contract: round.collection,
          }}
          fields={ballotLines(view.ballot, {
            title: round.title,
            candidates: round.candidateCount,
            meaning: text.meaning(works.length),
            voter: text.theSafe,
          })}
        />
      </div>
    </div>
  )
}
