'use client'

import { useState } from 'react'
import type { RoomName } from '#components/ui/room.tsx'
import { BalanceBar } from '#components/voting/ballot/balance-bar.tsx'
import { Chosen } from '#components/voting/ballot/chosen.tsx'
import type { Draft } from '#components/voting/ballot/draft.ts'
import { type FormMethod, MethodForm } from '#components/voting/ballot/method-form.tsx'
import { BallotRow } from '#components/voting/ballot-row.tsx'
import { PickButton } from '#components/voting/pick-button.tsx'
import { PicksStanding, PicksWordmark } from '#components/voting/picks-standing.tsx'
import { PowerBreakdown } from '#components/voting/power-breakdown.tsx'
import { PowerByAddress } from '#components/voting/power-by-address.tsx'
import { PowerPanel } from '#components/voting/power-panel.tsx'
import { TypedSheet } from '#components/voting/typed-sheet.tsx'
import { Group, nothing, type Part } from '#components/workshop/group.tsx'
import { sampleAddress, sampleBytes } from '#components/workshop/sample/hashes.ts'
import { Remembered } from '#components/workshop/sample/remembered.tsx'
import { ballotWork, LONG_TITLE } from '#components/workshop/sample/works.ts'
import { FOUND, LIMITS, POWER, TYPED } from './sample.ts'

const ROUND = sampleBytes(73)
const WORKS = [2, 3, LONG_TITLE].map(ballotWork)

function Row({ number, off = false, refused }: { number: number; off?: boolean; refused?: string }) {
  const [takenOff, take] = useState(off)
  return (
    <ul>
      <BallotRow
        work={ballotWork(number)}
        takenOff={takenOff}
        onTakeOff={() => take(true)}
        onPutBack={() => take(false)}
        {...(refused && { refused })}
      />
    </ul>
  )
}

const EMPTY: Draft = { chosen: null, values: new Map(), order: [] }
type FormProps = { method: FormMethod; start?: Partial<Draft>; credits?: { most: number; own: boolean } }

function Form({ method, start, credits = { most: 100, own: true } }: FormProps) {
  const [draft, put] = useState<Draft>({ ...EMPTY, ...start })
  return (
    <MethodForm
      method={method}
      works={WORKS}
      draft={draft}
      put={put}
      limits={LIMITS}
      credits={credits}
      onTakeOff={nothing}
    />
  )
}

const values = (...some: [number, number][]) => ({ values: new Map(some) })

const forms: Part = {
  file: 'components/voting/ballot/method-form.tsx',
  about:
    'The form of each method (single, weighted, quadratic, score, ranked), of rows that are all the same (work-row.tsx).',
  states: {
    'single, nothing chosen': <Form method="single" />,
    'single, one chosen': <Form method="single" start={{ chosen: 3 }} />,
    'weighted, nothing shared': <Form method="weighted" />,
    'weighted, too much shared': <Form method="weighted" start={values([2, 60], [3, 55])} />,
    'quadratic, some credits left': <Form method="quadratic" start={values([2, 6], [3, 3])} />,
    'quadratic, overspent, with the votes of another': (
      <Form method="quadratic" start={values([2, 8])} credits={{ most: 36, own: false }} />
    ),
    score: <Form method="score" start={values([2, 5])} />,
    ranked: <Form method="ranked" start={{ order: [3, 2] }} />,
  },
}

const rows: readonly Part[] = [
  {
    file: 'components/voting/ballot-row.tsx',
    columns: 2,
    states: {
      chosen: <Row number={2} />,
      'taken off': <Row number={3} off />,
      'a long title': <Row number={LONG_TITLE} />,
      voided: <Row number={4} refused="Voided by the guardian: a copy of another work." />,
    },
  },
  {
    file: 'components/voting/ballot/chosen.tsx',
    columns: 2,
    states: {
      'nothing picked': (
        <Chosen
          round={{ slug: 'two-inks', roundId: ROUND, method: 'approval', limits: LIMITS }}
          picked={[]}
          off={new Set()}
          setOff={nothing}
          credits={{ most: 100, own: true }}
        />
      ),
      'approval, one taken off': (
        <Chosen
          round={{ slug: 'two-inks', roundId: ROUND, method: 'approval', limits: LIMITS }}
          picked={WORKS}
          off={new Set([3])}
          setOff={nothing}
          credits={{ most: 100, own: true }}
        />
      ),
    },
  },
  {
    file: 'components/voting/ballot/balance-bar.tsx',
    columns: 3,
    states: {
      nothing: <BalanceBar parts={[0, 0]} budget={100} text="0 of 100 shared" aside="100 left" />,
      some: <BalanceBar parts={[40, 25]} budget={100} text="65 of 100 shared" aside="35 left" />,
      all: <BalanceBar parts={[60, 40]} budget={100} text="100 of 100 shared" aside="nothing left" />,
      'too much': (
        <BalanceBar parts={[60, 40, 15]} budget={100} text="115 of 100 shared" aside="15 too many" />
      ),
    },
  },
]

const powers: readonly Part[] = [
  {
    file: 'components/voting/power-panel.tsx',
    columns: 2,
    states: {
      'is read': <PowerPanel power={{ state: 'pending', text: 'Reading your votes at the snapshot …' }} />,
      some: <PowerPanel power={POWER.positive} />,
      folded: <PowerPanel power={POWER.positive} open={false} />,
      none: <PowerPanel power={POWER.zero} />,
    },
  },
  {
    file: 'components/voting/power-breakdown.tsx',
    columns: 2,
    states: Object.fromEntries(
      Object.entries(FOUND).map(([caption, found]) => [
        caption,
        <PowerBreakdown key={caption} found={found} again="#voting-power-breakdown" />,
      ]),
    ),
  },
  {
    file: 'components/voting/power-by-address.tsx',
    about:
      'Its answer comes from this server, which has no database here: type anything else to see the refusal.',
    columns: 2,
    states: { empty: <PowerByAddress roundId={ROUND} slug="two-inks" /> },
  },
]

const domain = { name: 'Verso', version: '1', chainId: 31_337, contract: sampleAddress(1) }

const signing: readonly Part[] = [
  {
    file: 'components/voting/typed-sheet.tsx',
    columns: 2,
    states: {
      'a ballot': <TypedSheet domain={domain} fields={TYPED.short} />,
      'a ballot whose text goes beside it': (
        <TypedSheet domain={domain} fields={TYPED.hashed} beside={TYPED.beside} />
      ),
    },
  },
  {
    file: 'components/voting/pick-button.tsx',
    about: 'Picks in a round of the workshop’s own, on this device.',
    columns: 2,
    states: {
      'not picked': <PickButton roundId={ROUND} number={9} title="Winter wheat" />,
      picked: (
        <Remembered roundId={sampleBytes(74)} picks={[2, 5, 9]}>
          <PickButton roundId={sampleBytes(74)} number={9} title="Winter wheat" size={44} />
        </Remembered>
      ),
    },
  },
  {
    file: 'components/voting/picks-standing.tsx',
    columns: 2,
    states: {
      'nothing yet': (
        <>
          <PicksWordmark roundId={sampleBytes(75)} />
          <PicksStanding roundId={sampleBytes(75)} ballotHref="#ballot" />
        </>
      ),
      'picks on this device': (
        <>
          <PicksWordmark roundId={sampleBytes(74)} />
          <PicksStanding roundId={sampleBytes(74)} ballotHref="#ballot" />
        </>
      ),
      'a ballot signed': (
        <Remembered roundId={sampleBytes(76)} signed={41}>
          <PicksWordmark roundId={sampleBytes(76)} />
          <PicksStanding roundId={sampleBytes(76)} ballotHref="#ballot" />
        </Remembered>
      ),
      'over, without a ballot': <PicksStanding roundId={sampleBytes(75)} ballotHref="#ballot" over />,
    },
  },
]

const PARTS = [...rows, forms, ...powers, ...signing]

export function BallotParts({ room }: { room: RoomName }) {
  return <Group name="ballot" room={room} parts={PARTS} />
}
