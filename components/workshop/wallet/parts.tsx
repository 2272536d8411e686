'use client'

import type { RoomName } from '#components/ui/room.tsx'
import { FilePreview } from '#components/wallet/drafts/file-preview.tsx'
import { KeptHere } from '#components/wallet/drafts/kept-here.tsx'
import { WhichHolds } from '#components/wallet/drafts/which-holds.tsx'
import { OwnerList } from '#components/wallet/safe/owner-list.tsx'
import { SafeDoor } from '#components/wallet/safe/safe-door.tsx'
import { TransactionStage } from '#components/wallet/transaction-stage.tsx'
import { WalletFailed, WalletOpen } from '#components/wallet/wallet-stage.tsx'
import { Group, nothing, type Part } from '#components/workshop/group.tsx'
import { sampleAddress, sampleBytes } from '#components/workshop/sample/hashes.ts'
import { CHAIN } from '#components/workshop/sample/wallet.ts'
import { titlesOf } from '#components/workshop/sample/works.ts'
import { CONFLICTS, DRAFTS, FAILURES, PENDING, STATES } from './sample.ts'

const TITLES = titlesOf(12)

const transactions: Part = {
  file: 'components/wallet/transaction-stage.tsx',
  about: 'What the transaction panel shows once the right account is connected.',
  columns: 3,
  states: Object.fromEntries(
    Object.entries(STATES).map(([caption, state]) => [
      caption,
      <TransactionStage
        key={caption}
        state={state}
        act="Open the round"
        explorer={caption.includes('explorer') ? '#explorer' : null}
        account={<p className="text-13 text-second">Connected as 0x9c41…e07b</p>}
        onSend={nothing}
        onBack={nothing}
      />,
    ]),
  ),
}

const stages: Part = {
  file: 'components/wallet/wallet-stage.tsx',
  about: 'After 45 seconds without an answer a hint comes.',
  columns: 3,
  states: {
    'the wallet is open': <WalletOpen doing="It shows your ballot: 3 works." onCancel={nothing} />,
    ...Object.fromEntries(
      FAILURES.map((failure) => [
        failure.kind,
        <WalletFailed key={failure.kind} failure={failure} kept="Your ballot is kept." onBack={nothing} />,
      ]),
    ),
  },
}

const safes: readonly Part[] = [
  {
    file: 'components/wallet/safe/owner-list.tsx',
    columns: 2,
    states: Object.fromEntries(
      Object.entries(PENDING).map(([caption, view]) => [
        caption,
        <OwnerList key={caption} view={view} you={view.safe.owners[0] ?? null} />,
      ]),
    ),
  },
  {
    file: 'components/wallet/safe/safe-door.tsx',
    columns: 2,
    states: {
      'press it to name a Safe': <SafeDoor declared={null} declare={nothing} />,
      'a Safe is named': <SafeDoor declared={sampleAddress(4)} declare={nothing} />,
    },
  },
]

const drafts: readonly Part[] = [
  {
    file: 'components/wallet/drafts/kept-here.tsx',
    columns: 2,
    states: {
      'on this device': <KeptHere roundId={sampleBytes(79)} chain={CHAIN} isOpen isForgotten={false} />,
      'forgotten by another device': <KeptHere roundId={sampleBytes(79)} chain={CHAIN} isOpen isForgotten />,
      'voting is closed': (
        <KeptHere roundId={sampleBytes(79)} chain={CHAIN} isOpen={false} isForgotten={false} />
      ),
    },
  },
  {
    file: 'components/wallet/drafts/which-holds.tsx',
    columns: 2,
    states: {
      'one thing': <WhichHolds conflicts={CONFLICTS.slice(0, 1)} titles={TITLES} answer={nothing} />,
      several: <WhichHolds conflicts={CONFLICTS} titles={TITLES} answer={nothing} />,
    },
  },
  {
    file: 'components/wallet/drafts/file-preview.tsx',
    columns: 2,
    states: {
      'it changes and leaves out': (
        <FilePreview
          name="verso-draft-two-inks.json"
          before={DRAFTS.before}
          taken={{ draft: DRAFTS.after, leftOut: ['#140: it does not hang in this round.'] }}
          titles={TITLES}
          onTake={nothing}
          onLeave={nothing}
        />
      ),
      'it changes nothing': (
        <FilePreview
          name="verso-draft-two-inks.csv"
          before={DRAFTS.before}
          taken={{ draft: DRAFTS.before, leftOut: [] }}
          titles={TITLES}
          onTake={nothing}
          onLeave={nothing}
        />
      ),
    },
  },
]

const PARTS = [transactions, stages, ...safes, ...drafts]

export function WalletParts({ room }: { room: RoomName }) {
  return <Group name="wallet" room={room} parts={PARTS} />
}
