'use client'

import type { DotKind } from '#components/ui/dot.tsx'
import { FilterList } from '#components/ui/filter-list.tsx'
import { useToldPicks } from '#components/voting/use-picks.ts'
import { useSeen } from '#components/voting/use-seen.ts'
import type { HangOrder } from '#lib/candidates/schema.ts'
import * as text from '#messages/rounds/wall/wall-filters.ts'
import { type WallShow, type WallView, wallHref } from './wall-view.ts'

type WallFiltersProps = {
  slug: string
  roundId: string
  count: number
  view: WallView
  usual: HangOrder
}

/** Which works hang: all, or those that this device knows something of. */
export function WallFilters({ slug, roundId, count, view, usual }: WallFiltersProps) {
  const { numbers, passed, ratings } = useToldPicks(roundId)
  const seen = useSeen(roundId).numbers.size
  const filters: [show: WallShow, label: string, count: number, dot?: DotKind][] = [
    ['all', text.all, count, 'candidate'],
    ['unseen', text.unseen, count - seen],
    ['picks', text.picks, numbers.length, 'pick'],
    ['passed', text.passed, passed.length],
    ['rated', text.rated, ratings.size],
  ]
  return (
    <FilterList
      label={text.label}
      items={filters.map(([show, label, many, dot]) => ({
        label,
        href: wallHref(slug, { ...view, show }, usual),
        count: many,
        current: show === view.show,
        ...(dot && { dot }),
      }))}
    />
  )
}
