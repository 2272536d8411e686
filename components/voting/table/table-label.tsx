'use client'

import Link from 'next/link'
import { memo, useDeferredValue } from 'react'
import { mediumLine } from '#components/art/medium-line.ts'
import { WallLabel } from '#components/art/wall-label.tsx'
import { workHref } from '#components/art/work-address.ts'
import { MoreGlyph, PairGlyph, TurnGlyph } from '#components/ui/glyphs.tsx'
import type { CandidateView } from '#lib/candidates/schema.ts'
import * as text from '#messages/voting/table/table-label.ts'
import type { KeyAct } from './key-map.ts'

type TableLabelProps = {
  slug: string
  number: number
  work: CandidateView | undefined
  picked: boolean
  comparing: boolean
  act: (act: KeyAct) => void
}

const TOOL = 'grid size-11 flex-none cursor-pointer place-items-center hover:bg-press'

/** To the back of the work; a link costs more than the rest of the label, and follows when the picture is painted. */
function Back({ href, glyph = false }: { href: string | undefined; glyph?: boolean }) {
  const settled = useDeferredValue(href)
  return <BackLink href={settled} glyph={glyph} />
}

const BackLink = memo(function BackLink({ href, glyph }: { href: string | undefined; glyph: boolean }) {
  if (!href) return null
  return (
    <Link href={href} prefetch={false} className={glyph ? TOOL : 'link mt-2.5 inline-block'}>
      {glyph && <TurnGlyph />}
      <span className={glyph ? 'sr-only' : ''}>{text.turnOver}</span>
    </Link>
  )
})

/** The label of the work that is shown, and the way to its back. */
export function TableLabel({ slug, number, work, picked, comparing, act }: TableLabelProps) {
  const back = work && `${workHref(slug, work)}?verso`
  return (
    <div className="flex items-start justify-between gap-x-3 px-5 pt-3 [grid-area:label] max-rail:h-20 max-rail:[&_.type-title]:line-clamp-2 rail:pt-6 rail:pr-4">
      <WallLabel
        work={{
          number,
          title: work?.title ?? text.onItsWay,
          creator: work?.creatorName ?? '',
          standing: picked ? 'pick' : 'candidate',
        }}
        size="table"
      >
        {back && (
          <div className="max-rail:hidden">
            <p className="text-second">{mediumLine(work)}</p>
            <Back href={back} />
          </div>
        )}
      </WallLabel>
      <div className="-mt-2.5 -mr-3 flex rail:hidden">
        <Back href={back} glyph />
        <button
          type="button"
          aria-pressed={comparing}
          className={`${TOOL} ${comparing ? 'bg-press' : ''}`}
          onClick={() => act({ kind: 'view', view: 'compare' })}
        >
          <PairGlyph />
          <span className="sr-only">{text.compare}</span>
        </button>
        <button type="button" className={TOOL} onClick={() => act({ kind: 'keys' })}>
          <MoreGlyph />
          <span className="sr-only">{text.more}</span>
        </button>
      </div>
    </div>
  )
}
