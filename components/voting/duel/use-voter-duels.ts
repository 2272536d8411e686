'use client'

import { useCallback, useMemo, useState } from 'react'
import { useLooked } from '#components/voting/use-looked.ts'
import { useWorks } from '#components/voting/use-works.ts'
import type { PairQueueSeed } from '#lib/protocol/pair-queue.ts'
import type { DuelAct } from './duel-keys.ts'
import type { DuelRound } from './duel-round.ts'
import { impliedOrder } from './implied-order.ts'
import { worksAhead } from './rejudge.ts'
import { sidesOf } from './sides.ts'
import { useDuel } from './use-duel.ts'
import { panTo, type View, WHOLE, zoomIn, zoomOut } from './zoom.ts'

const zoomed = (view: View, to: 'in' | 'out' | 'whole') =>
  to === 'whole' ? WHOLE : to === 'in' ? zoomIn(view) : zoomOut(view)

/** The duels of one voter: what is shown, what is made ready, and what every act does. */
export function useVoterDuels(round: DuelRound, seed: PairQueueSeed, showKeys: () => void) {
  const duel = useDuel(seed, round.most)
  const { sitting, after } = duel
  const shown = after ?? sitting.next
  const sides = useMemo(() => shown && sidesOf(seed, shown), [seed, shown])
  const ahead = useMemo(() => worksAhead(seed, sitting, round.most), [seed, sitting, round.most])
  const order = useMemo(() => impliedOrder(sitting.judged), [sitting.judged])
  const first = order.placed[0]
  const wanted = useMemo(() => {
    const now = [shown, sitting.next].flatMap((pair) => (pair ? [pair.low, pair.high] : []))
    return [...new Set([...now, ...ahead, ...(sitting.next || !first ? [] : [first.number])])]
  }, [shown, sitting.next, ahead, first])
  const works = useWorks(round.roundId, wanted.map(String))
  const [zoom, setZoom] = useState({ of: shown, view: WHOLE })
  // Another pair is seen whole again.
  const view = zoom.of === shown ? zoom.view : WHOLE
  const change = useCallback((next: View) => setZoom({ of: shown, view: next }), [shown])
  // What has not been seen is not judged.
  const open = sides !== null && works.of(sides.left) !== undefined && works.of(sides.right) !== undefined
  const looked = useMemo(() => (open && sides ? [sides.left, sides.right] : null), [open, sides])
  useLooked(round.roundId, looked)
  const { answer, undo } = duel
  const act = useCallback(
    (wantedAct: DuelAct) => {
      if (wantedAct.kind === 'keys') return showKeys()
      if (wantedAct.kind === 'undo') return undo()
      if (!open || !shown) return
      if (wantedAct.kind === 'zoom') return change(zoomed(view, wantedAct.to))
      if (wantedAct.kind === 'pan') return change(panTo(view, wantedAct.to))
      if (wantedAct.kind === 'choose') return answer(sides[wantedAct.side] === shown.low ? 'low' : 'high')
      answer(wantedAct.kind === 'tie' ? 'tied' : 'skipped')
    },
    [open, shown, sides, view, change, answer, undo, showKeys],
  )
  const done = after ? sitting.judged.length - 1 : sitting.judged.length
  const ready = useMemo(
    () => wanted.filter((number) => number !== sides?.left && number !== sides?.right),
    [wanted, sides],
  )
  return { ...duel, done, sides, ready, order, works, view, change, open, act }
}

export type VoterDuels = ReturnType<typeof useVoterDuels>
