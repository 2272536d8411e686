'use client'

import { useState } from 'react'
import type { RoomName } from '#components/ui/room.tsx'
import type { Picks, Rating } from '#components/voting/picks.ts'
import type { Decisions } from '#components/voting/table/decisions.ts'
import { Filmstrip } from '#components/voting/table/filmstrip.tsx'
import { DigitRow, KeyButton } from '#components/voting/table/key-button.tsx'
import { KeyList } from '#components/voting/table/key-list.tsx'
import { LightTable } from '#components/voting/table/light-table.tsx'
import { Pane } from '#components/voting/table/pane.tsx'
import { PassNote } from '#components/voting/table/pass-note.tsx'
import { Passes } from '#components/voting/table/passes.tsx'
import { SurveyCell } from '#components/voting/table/survey-cell.tsx'
import { TableLabel } from '#components/voting/table/table-label.tsx'
import type { TableRound } from '#components/voting/table/table-round.ts'
import { TableStrip } from '#components/voting/table/table-strip.tsx'
import { ZoomBar } from '#components/voting/table/zoom-bar.tsx'
import { FIT, NEAREST } from '#components/voting/table/zooming.ts'
import { Group, nothing, type Part, Stage } from '#components/workshop/group.tsx'
import { sampleBytes } from '#components/workshop/sample/hashes.ts'
import { NOW } from '#components/workshop/sample/round.ts'
import { LONG_TITLE, sampleWork, sampleWorks, worksOf } from '#components/workshop/sample/works.ts'

const HOUR = 3600
const ROUND: TableRound = {
  slug: 'two-inks',
  title: 'Two Inks',
  roundId: sampleBytes(40),
  numbers: Array.from({ length: 24 }, (_, index) => index + 1),
  deal: null,
  method: 'approval',
  maxChoices: 12,
  maxScore: null,
  opensAt: NOW - 24 * HOUR,
  closesAt: NOW + 53 * HOUR,
  now: NOW,
  state: 'open',
}
const PICKS: Picks = { numbers: [2, 5], passed: [1, 4], ratings: new Map<number, Rating>([[5, 4]]), note: '' }
const DECISIONS: Decisions = { picks: PICKS, draft: { chosen: null, values: new Map([[2, 3]]), order: [] } }
const NO_KEYS = {
  legend: 'Rating',
  keys: ([1, 2, 3, 4, 5] as const).map((key) => ({ key, label: `Rate ${key}`, disabled: false })),
}

const keys: Part = {
  file: 'components/voting/table/key-button.tsx',
  columns: 3,
  states: {
    rest: <KeyButton cap="P" label="Pick" pressed={false} tone="pick" onPress={nothing} />,
    picked: <KeyButton cap="P" label="Pick" pressed tone="pick" onPress={nothing} />,
    passed: <KeyButton cap="X" label="Pass" pressed onPress={nothing} />,
    'cannot act now': <KeyButton cap="Z" label="Undo" disabled onPress={nothing} />,
    'keys are turned off': <KeyButton cap="P" label="Pick" off onPress={nothing} />,
    'a long cap, with what it leaves': (
      <KeyButton cap="Space" label="Unset" onPress={nothing}>
        <span className="text-13 text-second">2 left</span>
      </KeyButton>
    ),
    'digits, none': <DigitRow {...NO_KEYS} pressed={undefined} onPress={nothing} />,
    'digits, four': <DigitRow {...NO_KEYS} pressed={4} onPress={nothing} />,
    'digits, two beyond the scale': (
      <DigitRow
        legend="Points"
        keys={NO_KEYS.keys.map((one) => ({ ...one, disabled: one.key > 3 }))}
        pressed={3}
        onPress={nothing}
      />
    ),
  },
}

function Film({ onTheirWay = [], at = 3 }: { onTheirWay?: readonly number[]; at?: number }) {
  const [place, show] = useState(at)
  return (
    <div className="h-28 bg-ground">
      <Filmstrip
        order={ROUND.numbers}
        place={place}
        decisions={DECISIONS}
        maxScore={null}
        works={worksOf(24, onTheirWay)}
        show={show}
      />
    </div>
  )
}

const film: Part = {
  file: 'components/voting/table/filmstrip.tsx',
  about: 'Press a work to go there.',
  states: {
    'picked, passed and rated works': <Film />,
    'some are on their way': <Film onTheirWay={[5, 6, 7, 8]} />,
    'the first of them': <Film at={0} />,
  },
}

const CELL = {
  place: 0,
  count: 24,
  worth: null,
  isPoints: false,
  size: { width: 168, height: 168 },
  current: false,
  lift: null,
  under: false,
  onPress: nothing,
  mark: 'unset',
} as const

const survey: Part = {
  file: 'components/voting/table/survey-cell.tsx',
  columns: 3,
  states: {
    rest: <SurveyCell {...CELL} number={2} work={sampleWork(2)} />,
    current: <SurveyCell {...CELL} number={2} work={sampleWork(2)} current />,
    'picked and rated': <SurveyCell {...CELL} number={2} work={sampleWork(2)} mark="pick" worth="4/5" />,
    passed: <SurveyCell {...CELL} number={2} work={sampleWork(2)} mark="pass" />,
    'its place counts': <SurveyCell {...CELL} number={2} work={sampleWork(2)} lift={nothing} place={2} />,
    'another is carried over it': (
      <SurveyCell {...CELL} number={2} work={sampleWork(2)} lift={nothing} under />
    ),
    'on its way': <SurveyCell {...CELL} number={2} work={undefined} />,
  },
}

const COUNTS = { reject: 80, pick: 96, rank: 0, all: 120 }

const passes: readonly Part[] = [
  {
    file: 'components/voting/table/passes.tsx',
    columns: 2,
    states: {
      'in the strip': <Passes counts={COUNTS} current="reject" begin={nothing} />,
      'in the sheet': <Passes counts={COUNTS} current="pick" begin={nothing} stacked />,
    },
  },
  {
    file: 'components/voting/table/pass-note.tsx',
    columns: 3,
    states: {
      'what it is for': (
        <PassNote
          slug="two-inks"
          pressing={null}
          purpose="Pass over what you will not vote for."
          onward={null}
          fresh
          begin={nothing}
        />
      ),
      'something presses': (
        <PassNote
          slug="two-inks"
          pressing="Twelve works are on your ballot: take one off first."
          purpose=""
          onward={null}
          fresh={false}
          begin={nothing}
        />
      ),
      finished: (
        <PassNote
          slug="two-inks"
          pressing={null}
          purpose=""
          onward={{ words: 'All 40 judged: 31 kept.', next: 'pick', more: 80 }}
          fresh={false}
          begin={nothing}
        />
      ),
      'to the ballot': (
        <PassNote
          slug="two-inks"
          pressing={null}
          purpose=""
          onward={{ words: 'Your 3 picks are in order.', next: 'ballot', more: 0 }}
          fresh={false}
          begin={nothing}
        />
      ),
    },
  },
]

const label = { slug: 'two-inks', picked: false, comparing: false, act: nothing }

const chrome: readonly Part[] = [
  {
    file: 'components/voting/table/table-strip.tsx',
    states: {
      open: (
        <TableStrip
          round={ROUND}
          where={{ long: 'Work 8 of 40 in this sitting', short: '8 of 40' }}
          picked={2}
          passes={<Passes counts={COUNTS} current="reject" begin={nothing} />}
        />
      ),
      'a long title, nothing picked': (
        <TableStrip
          round={{ ...ROUND, title: 'Low Land and High Water, Second Sitting', maxChoices: null }}
          where={{ long: 'Work 1 of 120', short: '1 of 120' }}
          picked={0}
        />
      ),
      'judged by duels': (
        <TableStrip
          round={{ ...ROUND, state: 'duels' }}
          where={{ long: 'Work 1 of 120', short: '1 of 120' }}
          picked={null}
        />
      ),
      early: (
        <TableStrip
          round={{ ...ROUND, state: 'early', opensAt: NOW + 12 * HOUR }}
          where={null}
          picked={null}
        />
      ),
      closed: <TableStrip round={{ ...ROUND, state: 'closed' }} where={null} picked={null} />,
    },
  },
  {
    file: 'components/voting/table/table-label.tsx',
    columns: 3,
    states: {
      rest: <TableLabel {...label} number={2} work={sampleWork(2)} />,
      picked: <TableLabel {...label} number={3} work={sampleWork(3)} picked />,
      'a long title, compared': (
        <TableLabel {...label} number={LONG_TITLE} work={sampleWork(LONG_TITLE)} comparing />
      ),
      'on its way': <TableLabel {...label} number={9} work={undefined} />,
    },
  },
  {
    file: 'components/voting/table/zoom-bar.tsx',
    columns: 3,
    states: {
      'the whole work': <ZoomBar zoom={FIT} off={false} act={nothing} />,
      nearer: <ZoomBar zoom={{ scale: 2.5, x: 0, y: 0 }} off={false} act={nothing} />,
      'as near as it goes, keys off': <ZoomBar zoom={{ scale: NEAREST, x: 0, y: 0 }} off act={nothing} />,
    },
  },
  {
    file: 'components/voting/table/pane.tsx',
    columns: 2,
    states: {
      whole: (
        <Stage ground="bg-well">
          <Pane work={sampleWork(3)} widest={1.34} zoom={FIT} />
        </Stage>
      ),
      nearer: (
        <Stage ground="bg-well">
          <Pane work={sampleWork(3)} widest={1.34} zoom={{ scale: 2.5, x: 0.3, y: -0.2 }} />
        </Stage>
      ),
    },
  },
  {
    file: 'components/voting/table/key-list.tsx',
    columns: 2,
    states: {
      'some keys': (
        <KeyList
          only=""
          keys={[
            ['P', 'pick, and on to the next'],
            ['X', 'pass'],
            ['1 – 5', 'rate'],
            ['← →', 'the work before and after'],
            ['Shift N', 'all of the pass at once'],
          ]}
        />
      ),
    },
  },
]

const whole: Part = {
  file: 'components/voting/table/light-table.tsx',
  about:
    'Whole, in a round of the workshop’s own: its views, its sheet of keys and all that they do. It is kept on this device.',
  states: {
    open: (
      <Stage height="h-dvh">
        <LightTable
          round={{ ...ROUND, roundId: sampleBytes(78) }}
          asked={{ work: null, pass: null }}
          first={sampleWorks(24)}
        />
      </Stage>
    ),
  },
}

const PARTS = [whole, keys, film, survey, ...passes, ...chrome]

export function TableParts({ room }: { room: RoomName }) {
  return <Group name="table" room={room} parts={PARTS} />
}
