'use client'

import dynamic from 'next/dynamic'
import { markOf } from '#components/voting/picks.ts'
import type { Works } from '#components/voting/use-works.ts'
import type { Decisions } from './decisions.ts'
import type { KeyAct } from './key-map.ts'
import type { Looking } from './looking.ts'
import type { TableRound } from './table-round.ts'
import { Well } from './well.tsx'

// Fetched when one first looks this way: one work at a time needs none of them.
const Closer = dynamic(() => import('./closer.tsx').then((view) => view.Closer))
const Compare = dynamic(() => import('./compare.tsx').then((view) => view.Compare))
const Survey = dynamic(() => import('./survey.tsx').then((view) => view.Survey))

type ViewsProps = {
  looking: Looking
  order: readonly number[]
  place: number
  number: number
  decisions: Decisions
  round: TableRound
  works: Works
  placing: boolean
  /** Keys of one character are turned off. */
  off: boolean
  act: (act: KeyAct) => void
}

/** What lies on the well: one work, one from near, two or many. */
export function Views({
  looking,
  order,
  place,
  number,
  decisions,
  round,
  works,
  placing,
  off,
  act,
}: ViewsProps) {
  const { view, pair, zoom } = looking
  if (view === 'closer') return <Closer work={works.of(number)} zoom={zoom} off={off} act={act} />
  if (view === 'compare' && pair)
    return (
      <Compare
        pair={pair}
        zoom={zoom}
        number={number}
        works={works}
        picks={decisions.picks}
        off={off}
        act={act}
      />
    )
  if (view === 'survey')
    return (
      <Survey
        order={order}
        place={place}
        decisions={decisions}
        maxScore={round.maxScore}
        works={works}
        placing={placing}
        act={act}
      />
    )
  return (
    <Well
      order={order}
      place={place}
      works={works}
      picked={markOf(decisions.picks, number) === 'pick'}
      act={act}
    />
  )
}
