import type { CSSProperties } from 'react'
import { HangItem } from '#components/art/hang.tsx'
import { hungWork } from '#components/art/hung-work.ts'
import type { ImgProps } from '#components/ui/img.tsx'
import { PickButton, PickDot } from '#components/voting/pick-button.tsx'
import type { CandidateView } from '#lib/candidates/schema.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { SeenNote } from './seen-note.tsx'

/** What a wall is of, and what can be done on it. */
export type WallRound = {
  slug: string
  roundId: Bytes32
  /** Works are picked here. */
  picks: boolean
  /** Works that are looked at are marked and counted. */
  watches: boolean
}

type WallItemProps = {
  round: WallRound
  work: CandidateView
  place: number
  of: number
  style: CSSProperties | undefined
  eager?: boolean
  fetchPriority?: ImgProps['fetchPriority']
  sizes?: string
}

/** A numbered work on the wall of its round. */
export function WallItem(props: WallItemProps) {
  const { round, work, place, of, style, eager = false, fetchPriority, sizes } = props
  const { slug, roundId, picks, watches } = round
  const { title } = work
  const number = work.number ?? 0
  const hung = hungWork(slug, work)
  const note = watches && <SeenNote roundId={roundId} number={number} />
  return (
    <HangItem
      work={{ ...hung, note }}
      style={style}
      eager={eager}
      fetchPriority={fetchPriority}
      sizes={sizes}
      fixed={{ place, of, acting: picks }}
      {...(picks && { dot: <PickDot roundId={roundId} number={number} standing={hung.standing} /> })}
    >
      {picks && (
        <div className="relative z-1 mt-1.5">
          <PickButton roundId={roundId} number={number} title={title} />
        </div>
      )}
    </HangItem>
  )
}
