'use client'

import type { DotKind } from '#components/ui/dot.tsx'
import { FilterList } from '#components/ui/filter-list.tsx'
import { usePicks } from '#components/voting/use-picks.ts'
import { useSeen } from '#components/voting/use-seen.ts'
import type { HangOrder } from '#lib/candidates/schema.ts'
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
  const { numbers, passed, ratings } = usePicks(roundId)
  const seen = useSeen(roundId).numbers.size
  const filters: [show: WallShow, label: string, count: number, dot?: DotKind][] = [
    ['all', 'All', count, 'candidate'],
    ['unseen', 'Unseen', count - seen],
    ['picks', 'My picks', numbers.length, 'pick'],
    ['passed', 'Passed', passed.length],
    ['rated', 'Rated', ratings.size],
  ]
  return (
    <FilterList
      label="Works to show"
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
