'use client'

import { Frieze, type FriezeWork } from '#components/art/frieze.tsx'
import { workHref } from '#components/art/work-address.ts'
import { hungWords } from './arrivals.ts'
import { useLiveRound } from './live-round.tsx'

type LiveFriezeProps = { slug: string; works: readonly FriezeWork[]; most: number }

/** The places of a round that fills: works come into the free ones while one watches. */
export function LiveFrieze({ slug, works, most }: LiveFriezeProps) {
  const live = useLiveRound()
  const hanging = new Set(works.map(({ src }) => src))
  const come = live.works
    .filter(({ thumb }) => !hanging.has(thumb.src320))
    .map((work) => ({
      href: workHref(slug, work),
      title: work.title,
      src: work.thumb.src320,
      live: true,
    }))
  const all = [...works, ...come].slice(0, most)
  const places = Math.min(most, Math.max(all.length, live.places))
  if (places === 0) return null
  return <Frieze places={places} works={all} label={hungWords(live)} />
}
