'use client'

import Link from 'next/link'
import { mediumLine } from '#components/art/medium-line.ts'
import { WallLabel } from '#components/art/wall-label.tsx'
import { workHref } from '#components/art/work-address.ts'
import { MoreGlyph, TurnGlyph } from '#components/ui/glyphs.tsx'
import type { CandidateView } from '#lib/candidates/schema.ts'
import type { KeyAct } from './key-map.ts'

type TableLabelProps = {
  slug: string
  number: number
  work: CandidateView | undefined
  picked: boolean
  act: (act: KeyAct) => void
}

const TOOL = 'grid size-11 flex-none cursor-pointer place-items-center hover:bg-press'

/** The label of the work that is shown, and the way to its back. */
export function TableLabel({ slug, number, work, picked, act }: TableLabelProps) {
  const back = work && `${workHref(slug, work)}?verso`
  return (
    <div className="flex items-start justify-between gap-x-3 px-5 pt-3 [grid-area:label] max-rail:h-20 max-rail:[&_.type-title]:line-clamp-2 rail:pt-6 rail:pr-4">
      <WallLabel
        work={{
          number,
          title: work?.title ?? 'On its way',
          creator: work?.creatorName ?? '',
          standing: picked ? 'pick' : 'candidate',
        }}
        size="table"
      >
        {back && (
          <div className="max-rail:hidden">
            <p className="text-second">{mediumLine(work)}</p>
            <Link href={back} prefetch={false} className="link mt-2.5 inline-block">
              Turn over
            </Link>
          </div>
        )}
      </WallLabel>
      <div className="-mt-2.5 -mr-3 flex rail:hidden">
        {back && (
          <Link href={back} prefetch={false} className={TOOL}>
            <TurnGlyph />
            <span className="sr-only">Turn over</span>
          </Link>
        )}
        <button type="button" className={TOOL} onClick={() => act({ kind: 'keys' })}>
          <MoreGlyph />
          <span className="sr-only">More</span>
        </button>
      </div>
    </div>
  )
}
