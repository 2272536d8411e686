'use client'

import { Checklist } from '#components/rounds/checklist.tsx'
import { CommunityRoles } from '#components/rounds/community-roles.tsx'
import { CreatorHang } from '#components/rounds/creator-hang.tsx'
import { CreatorSignage } from '#components/rounds/creator-signage.tsx'
import { EmptyWall } from '#components/rounds/empty-wall.tsx'
import { LookBars } from '#components/rounds/exposure/look-bars.tsx'
import { FreezeBox } from '#components/rounds/freeze-box.tsx'
import { FreezeProof } from '#components/rounds/freeze-proof.tsx'
import { MintTable } from '#components/rounds/mint-row.tsx'
import { ProgressGrid } from '#components/rounds/progress-frame.tsx'
import { RoundList } from '#components/rounds/round-list.tsx'
import { SkipRound } from '#components/rounds/skip-round.tsx'
import { StoppedNotice } from '#components/rounds/stopped-notice.tsx'
import { TableAwaits } from '#components/rounds/table-awaits.tsx'
import { NothingShown } from '#components/rounds/wall/nothing-shown.tsx'
import { WallFilters } from '#components/rounds/wall/wall-filters.tsx'
import { WallItem, type WallRound } from '#components/rounds/wall/wall-item.tsx'
import { WallOrder } from '#components/rounds/wall/wall-order.tsx'
import type { WallShow, WallView } from '#components/rounds/wall/wall-view.ts'
import { WallNotice } from '#components/rounds/wall-notice.tsx'
import { WallSignage } from '#components/rounds/wall-signage.tsx'
import type { RoomName } from '#components/ui/room.tsx'
import { Group, type Part, Stage } from '#components/workshop/group.tsx'
import { sampleAddress, sampleBytes } from '#components/workshop/sample/hashes.ts'
import { Remembered } from '#components/workshop/sample/remembered.tsx'
import { NOW, sampleRound } from '#components/workshop/sample/round.ts'
import { LONG_TITLE, samplePictureOf, sampleWork } from '#components/workshop/sample/works.ts'
import { FROZEN, LOOKS, MINTS, PROGRESS, ROUNDS } from './sample.tsx'

const VIEW: WallView = { order: 'fair', deal: '12-3f9a', show: 'all' }
const WALL: WallRound = { slug: 'two-inks', roundId: sampleBytes(70), picks: true, watches: true }
/** A round that this device has been to. */
const KNOWN: WallRound = { ...WALL, roundId: sampleBytes(72) }

function Item({ number, round = WALL }: { number: number; round?: WallRound }) {
  return (
    <ul className="w-56">
      <WallItem round={round} work={sampleWork(number)} place={number} of={120} style={undefined} />
    </ul>
  )
}

const items: Part = {
  file: 'components/rounds/wall/wall-item.tsx',
  about: 'A press picks it on this device, in a round of the workshop’s own.',
  columns: 3,
  states: {
    'not picked': <Item number={1} />,
    'picked, seen': (
      <Remembered roundId={KNOWN.roundId} picks={[2]} seen={[2, 5]}>
        <Item number={2} round={KNOWN} />
      </Remembered>
    ),
    'a long title': <Item number={LONG_TITLE} />,
    'where nothing is picked': <Item number={3} round={{ ...WALL, picks: false, watches: false }} />,
  },
}

const ROUND = { slug: 'two-inks', title: 'Two Inks' }
const HUNG = [1, 2, LONG_TITLE].map((number) => ({ work: sampleWork(number), round: ROUND }))
const CREATOR = {
  address: sampleAddress(101),
  name: 'Ines Okafor',
  otherNames: [],
  ensName: null,
  works: HUNG,
  workCount: 3,
  roundCount: 1,
}

const around: readonly Part[] = [
  {
    file: 'components/rounds/creator-signage.tsx',
    columns: 3,
    states: {
      'an account': <CreatorSignage creator={CREATOR} explorer={null} />,
      'an account with a name, works minted': (
        <CreatorSignage
          creator={{
            ...CREATOR,
            ensName: 'ines.eth',
            works: [...HUNG, { work: { tokenId: '17' } }],
            workCount: 4,
            roundCount: 2,
          }}
          explorer="https://explorer.example"
        />
      ),
      'long names, more works than are shown': (
        <CreatorSignage
          creator={{
            ...CREATOR,
            name: 'Mirela Popescu-Vanderhoeven of the Third Tidal Workshop',
            otherNames: ['Mirela P.', 'Third Tidal Workshop', 'mp'],
            ensName: `${'tideandfog'.repeat(6)}.eth`,
            workCount: 1_204,
            roundCount: 31,
          }}
          explorer={null}
        />
      ),
    },
  },
  {
    file: 'components/rounds/creator-hang.tsx',
    states: { 'works, each with its round': <CreatorHang works={HUNG} /> },
  },
  {
    file: 'components/rounds/wall/wall-filters.tsx',
    columns: 2,
    states: {
      'some picked and seen': (
        <WallFilters slug="two-inks" roundId={KNOWN.roundId} count={120} view={VIEW} usual="fair" />
      ),
      'nothing known of this device': (
        <WallFilters
          slug="two-inks"
          roundId={sampleBytes(71)}
          count={8}
          view={{ ...VIEW, show: 'picks' }}
          usual="fair"
        />
      ),
    },
  },
  {
    file: 'components/rounds/wall/wall-order.tsx',
    columns: 2,
    states: {
      'in fair order': <WallOrder slug="two-inks" view={VIEW} usual="fair" hasExposure />,
      'where nothing was seen yet': (
        <WallOrder slug="two-inks" view={{ ...VIEW, order: 'number' }} usual="number" hasExposure={false} />
      ),
    },
  },
  {
    file: 'components/rounds/wall/nothing-shown.tsx',
    columns: 3,
    states: Object.fromEntries(
      (['all', 'unseen', 'picks', 'passed', 'rated'] satisfies WallShow[]).map((show) => [
        show,
        <ul key={show}>
          <NothingShown round={WALL} view={{ ...VIEW, show }} />
        </ul>,
      ]),
    ),
  },
]

const signage: Part = {
  file: 'components/rounds/wall-signage.tsx',
  columns: 2,
  states: {
    'works fixed, voting to come': (
      <WallSignage round={sampleRound('submissions', { admissionEnded: true })} skip={null} />
    ),
    voting: <WallSignage round={sampleRound('voting')} skip={null} />,
    counting: <WallSignage round={sampleRound('counting')} skip={null} />,
    minted: <WallSignage round={sampleRound('minted')} skip={null} />,
  },
}

const notices: readonly Part[] = [
  {
    file: 'components/rounds/wall-notice.tsx',
    columns: 2,
    states: {
      'works fixed, voting to come': (
        <div className="pt-4">
          <WallNotice round={sampleRound('submissions', { admissionEnded: true })} />
        </div>
      ),
      counting: (
        <div className="pt-4">
          <WallNotice round={sampleRound('counting')} />
        </div>
      ),
      cancelled: (
        <div className="pt-4">
          <WallNotice round={sampleRound('cancelled', { stateReason: 'Two works were printed twice.' })} />
        </div>
      ),
      'stopped by a proof': (
        <div className="pt-4">
          <WallNotice round={ROUNDS.frozen} />
        </div>
      ),
    },
  },
  {
    file: 'components/rounds/stopped-notice.tsx',
    columns: 2,
    states: {
      'while votes are taken': <StoppedNotice round={ROUNDS.frozenEarly} />,
      'after the close, above the proof': <StoppedNotice round={ROUNDS.frozen} proofBelow />,
    },
  },
  {
    file: 'components/rounds/freeze-proof.tsx',
    columns: 2,
    states: {
      'two logs signed': <FreezeProof frozen={FROZEN.equivocation} />,
      'a ballot dropped': <FreezeProof frozen={FROZEN.dropped} />,
    },
  },
  {
    file: 'components/rounds/empty-wall.tsx',
    columns: 2,
    states: {
      'no brief yet': (
        <EmptyWall round={sampleRound('submissions', { requestedCount: 0, candidateCount: 0 })} />
      ),
      'the first are printed': (
        <EmptyWall round={sampleRound('submissions', { requestedCount: 6, candidateCount: 0 })} />
      ),
      'nothing was hung': <EmptyWall round={sampleRound('voting', { candidateCount: 0 })} />,
      cancelled: <EmptyWall round={sampleRound('cancelled')} />,
    },
  },
  {
    file: 'components/rounds/table-awaits.tsx',
    states: {
      'before voting': (
        <Stage height="h-dvh" room="table">
          <TableAwaits round={sampleRound('submissions')} />
        </Stage>
      ),
    },
  },
]

const rows: readonly Part[] = [
  {
    file: 'components/rounds/round-list.tsx',
    states: {
      'a round in every state': (
        <RoundList
          rounds={ROUNDS.list}
          now={NOW}
          pictures={
            new Map([
              ['two-inks', [1, 2, 3, 4].map(samplePictureOf)],
              ['tidal-studies', [5, 6].map(samplePictureOf)],
            ])
          }
          headingLevel={3}
          hrefOf={() => '#rounds-round-list'}
        />
      ),
    },
  },
  {
    file: 'components/rounds/progress-frame.tsx',
    states: { 'each state of a picture': <ProgressGrid label="Pictures of a brief" views={PROGRESS} /> },
  },
  {
    file: 'components/rounds/mint-row.tsx',
    states: { 'proven, running, broken and minted': <MintTable winners={MINTS} /> },
  },
  {
    file: 'components/rounds/exposure/look-bars.tsx',
    columns: 2,
    states: {
      'a fair round': <LookBars bins={LOOKS} />,
      'one bar': <LookBars bins={LOOKS.slice(0, 1)} />,
      nothing: <LookBars bins={[]} />,
    },
  },
]

const CHECKS = [
  { key: 'works', verdict: 'checked', text: 'The list of works is anchored.', hash: sampleBytes(3) },
  { key: 'log', verdict: 'running', text: 'The log is read.' },
  { key: 'root', verdict: 'broken', text: 'The root differs from the one on chain.', hash: sampleBytes(4) },
  { key: 'close', verdict: 'todo', text: 'The director signs the close.' },
] as const

const acts: readonly Part[] = [
  {
    file: 'components/rounds/checklist.tsx',
    columns: 2,
    states: { large: <Checklist items={CHECKS} />, 'in a side column': <Checklist items={CHECKS} small /> },
  },
  {
    file: 'components/rounds/freeze-box.tsx',
    columns: 2,
    states: {
      'what freezes': (
        <FreezeBox
          items={[
            { name: 'Rules', hash: sampleBytes(5) },
            { name: 'Method', text: 'approval, at most 3 works' },
          ]}
        />
      ),
      frozen: (
        <FreezeBox
          frozen="on 28 November"
          items={[
            { name: 'Rules', hash: sampleBytes(5) },
            { name: 'Works', hash: sampleBytes(6) },
          ]}
        />
      ),
    },
  },
  {
    file: 'components/rounds/skip-round.tsx',
    about: 'On a local chain alone. A press asks this server, which refuses: there is no chain here.',
    columns: 2,
    states: {
      'to the close': <SkipRound offer={{ round: sampleBytes(40), to: 'close', missed: [] }} />,
      'another round would be cancelled': (
        <SkipRound offer={{ round: sampleBytes(40), to: 'briefs-end', missed: ['Tidal studies', 'Ebb'] }} />
      ),
    },
  },
  {
    file: 'components/rounds/community-roles.tsx',
    columns: 2,
    states: {
      'with an explorer': <CommunityRoles community={sampleRound('voting').community} explorer="#explorer" />,
    },
  },
]

const PARTS = [items, ...around, signage, ...notices, ...rows, ...acts]

export function WallParts({ room }: { room: RoomName }) {
  return <Group name="wall" room={room} parts={PARTS} />
}
