'use client'

import { useState } from 'react'
import type { RoomName } from '#components/ui/room.tsx'
import { AnswerRow } from '#components/voting/duel/answer-row.tsx'
import { DuelBar } from '#components/voting/duel/duel-bar.tsx'
import type { DuelRound } from '#components/voting/duel/duel-round.ts'
import { DuelStrip } from '#components/voting/duel/duel-strip.tsx'
import { DuelsDone } from '#components/voting/duel/duels-done.tsx'
import { HowDrawn } from '#components/voting/duel/how-drawn.tsx'
import type { Placed } from '#components/voting/duel/implied-order.ts'
import { PairWell } from '#components/voting/duel/pair-well.tsx'
import { Ranking } from '#components/voting/duel/ranking.tsx'
import { WhoseDuels } from '#components/voting/duel/whose-duels.tsx'
import { type View, WHOLE } from '#components/voting/duel/zoom.ts'
import { ZoomTools } from '#components/voting/duel/zoom-tools.tsx'
import { Group, nothing, type Part, Stage } from '#components/workshop/group.tsx'
import { sampleAddress, sampleBytes } from '#components/workshop/sample/hashes.ts'
import { NOW } from '#components/workshop/sample/round.ts'
import { CHAIN } from '#components/workshop/sample/wallet.ts'
import { ballotWork, LONG_TITLE, sampleWork, worksOf } from '#components/workshop/sample/works.ts'
import type { DuelAnswer } from '#lib/protocol/pair-queue.ts'

const HOUR = 3600
const ROUND: DuelRound = {
  slug: 'two-inks',
  title: 'Two Inks',
  brief: 'Low land and high water, in two inks and no more. What is left out counts.',
  roundId: sampleBytes(40),
  openingBlock: sampleBytes(41),
  candidateCount: 120,
  most: 40,
  opensAt: NOW - 24 * HOUR,
  closesAt: NOW + 53 * HOUR,
  now: NOW,
  state: 'open',
}
const FAILED = { ...worksOf(0), again: nothing }

type WellProps = {
  left: number
  right: number
  chosen?: { winner: number | null }
  start?: View
  works?: typeof FAILED
}

function Well({ left, right, chosen, start = WHOLE, works }: WellProps) {
  const [view, change] = useState(start)
  return (
    <Stage height="h-[30rem]" ground="bg-well">
      <PairWell
        sides={{ left, right }}
        ready={[]}
        works={works ?? worksOf(24)}
        chosen={chosen ?? null}
        view={view}
        change={change}
        act={nothing}
      />
    </Stage>
  )
}

const well: Part = {
  file: 'components/voting/duel/pair-well.tsx',
  about: 'Two plates (plate.tsx) on the darkest ground; one above the other on the phone.',
  states: {
    'two works, not named': <Well left={1} right={3} />,
    'one was chosen': <Well left={1} right={LONG_TITLE} chosen={{ winner: LONG_TITLE }} />,
    'a tie': <Well left={4} right={3} chosen={{ winner: null }} />,
    enlarged: <Well left={1} right={3} start={{ scale: 2.25, x: 0.1, y: 0.1 }} />,
    'on their way': <Well left={30} right={31} />,
    'could not be read': <Well left={1} right={2} works={FAILED} />,
  },
}

const WORDS = {
  place: 'Duel 24 of 40.',
  settled: 'Your ranking is 82 % settled.',
  meaning: 'Which of the two belongs in this round?',
  enough: null,
}
const BAR = { words: WORDS, done: 23, most: 40, open: true, enlarged: false, off: false, act: nothing }

const bars: readonly Part[] = [
  {
    file: 'components/voting/duel/duel-bar.tsx',
    states: {
      'in the middle': <DuelBar {...BAR} />,
      'the first pair, keys off': (
        <DuelBar {...BAR} done={0} off words={{ ...WORDS, place: 'Duel 1 of 40.', settled: null }} />
      ),
      'enough, and enlarged': (
        <DuelBar {...BAR} enlarged words={{ ...WORDS, enough: 'Enough for a ballot.' }} />
      ),
      'no pair left': (
        <DuelBar {...BAR} open={false} done={40} words={{ ...WORDS, place: '40 of 40 duels.' }} />
      ),
    },
  },
  {
    file: 'components/voting/duel/duel-strip.tsx',
    states: {
      open: <DuelStrip round={ROUND} />,
      closed: <DuelStrip round={{ ...ROUND, closesAt: NOW - 60 }} />,
    },
  },
  {
    file: 'components/voting/duel/zoom-tools.tsx',
    states: {
      enlarged: (
        <Stage height="h-24">
          <ZoomTools view={{ scale: 2.25, x: 0, y: 0 }} act={nothing} />
        </Stage>
      ),
    },
  },
]

function Answer({ start }: { start: DuelAnswer }) {
  const [answer, change] = useState(start)
  return (
    <ul>
      <AnswerRow
        duel={{ low: 1, high: 3, answer }}
        place={4}
        low={ballotWork(1)}
        high={ballotWork(3)}
        change={change}
      />
    </ul>
  )
}

const PLACED: readonly Placed[] = Array.from({ length: 13 }, (_, index) => ({
  number: index + 1,
  from: index < 3 ? index + 1 : 4,
  to: index < 3 ? index + 1 : 13,
  won: 5 - Math.min(5, index),
  lost: Math.min(4, index),
  tied: index % 2,
}))

const ends: readonly Part[] = [
  {
    file: 'components/voting/duel/answer-row.tsx',
    columns: 2,
    states: {
      'one preferred': <Answer start="low" />,
      tied: <Answer start="tied" />,
      skipped: <Answer start="skipped" />,
    },
  },
  {
    file: 'components/voting/duel/ranking.tsx',
    columns: 2,
    states: {
      'settled at the top, open below': (
        <Ranking placed={PLACED} works={new Map(PLACED.map(({ number }) => [number, ballotWork(number)]))} />
      ),
    },
  },
  {
    file: 'components/voting/duel/duels-done.tsx',
    states: {
      'a first place': (
        <Stage height="h-[34rem]">
          <DuelsDone
            slug="two-inks"
            words="All 40 duels of this ballot are judged."
            first={PLACED[0]}
            work={sampleWork(1)}
          />
        </Stage>
      ),
    },
  },
  {
    file: 'components/voting/duel/how-drawn.tsx',
    columns: 2,
    states: {
      'of a voter': (
        <HowDrawn
          seed={{
            roundId: ROUND.roundId,
            openingBlock: ROUND.openingBlock,
            candidateCount: 120,
            voter: sampleAddress(3),
          }}
        />
      ),
    },
  },
  {
    file: 'components/voting/duel/whose-duels.tsx',
    states: {
      'before the first pair': (
        <Stage height="h-[34rem]">
          <WhoseDuels round={ROUND} chain={CHAIN} />
        </Stage>
      ),
    },
  },
]

const PARTS = [well, ...bars, ...ends]

export function DuelParts({ room }: { room: RoomName }) {
  return <Group name="duel" room={room} parts={PARTS} />
}
