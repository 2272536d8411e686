'use client'

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Picks } from '#components/voting/picks.ts'
import { picksStoreOf, usePicks } from '#components/voting/use-picks.ts'
import { type Act, judge, nextUnset, numberAt, type Sitting, sit } from './judging.ts'
import { actOfKey, type KeyAct } from './key-map.ts'
import type { TableRound } from './table-round.ts'
import { orderOf } from './table-words.ts'
import type { TableSettings } from './use-table-settings.ts'

/** A write of the address costs as much as a key does: whoever goes on is not slowed by it. */
const ADDRESS_MS = 1_000
const WORK_PARAM = 'work'

/** The address names the work, so that a reload, a link and the way back from it lead here again. */
function useAddress(sitting: Sitting) {
  const number = numberAt(sitting)
  const moved = sitting.said.kind !== 'nothing'
  useEffect(() => {
    if (!moved) return
    const write = () => {
      stop()
      const url = new URL(window.location.href)
      url.searchParams.set(WORK_PARAM, String(number))
      // With the router's own state it takes no part: nothing of the page is made anew.
      window.history.replaceState(window.history.state, '', url)
    }
    const stop = () => {
      clearTimeout(timer)
      document.removeEventListener('click', write, true)
    }
    const timer = setTimeout(write, ADDRESS_MS)
    // Before a link is followed: written while the router is on its way, it would call the router back.
    document.addEventListener('click', write, true)
    return stop
  }, [number, moved])
}

type SittingInput = {
  round: TableRound
  /** The work that the address named. */
  asked: number | null
  settings: TableSettings
}

/** A sitting over the picks of this device: what is decided goes into the one store, the rest stays here. */
export function useSitting({ round, asked, settings }: SittingInput) {
  const picks = usePicks(round.roundId)
  const [sitting, setSitting] = useState(() => sit(orderOf('all', round.count, picks), (asked ?? 1) - 1))
  const latest = useRef(sitting)
  const { roundId, maxChoices } = round
  const { advance } = settings

  const move = useCallback((next: Sitting) => {
    latest.current = next
    setSitting(next)
  }, [])

  const act = useCallback(
    (wanted: Act, open: boolean) => {
      const store = picksStoreOf(roundId)
      const picks: Picks = store.read()
      const after = judge({ sitting: latest.current, picks }, wanted, { maxChoices, advance, open })
      if (after.picks !== picks) store.put(after.picks)
      move(after.sitting)
    },
    [roundId, maxChoices, advance, move],
  )

  // Who comes again without naming a work goes on where the first one is undecided.
  useEffect(() => {
    if (asked !== null) return
    const { order } = latest.current
    const place = nextUnset(order, picksStoreOf(roundId).read(), 0)
    if (place) move({ ...latest.current, place })
  }, [asked, roundId, move])

  useAddress(sitting)
  return { sitting, picks, act }
}

/** Keys act while the focus is inside `table`, and there it lies on arrival. */
export function useKeys(
  table: RefObject<HTMLElement | null>,
  letters: boolean,
  act: (act: KeyAct) => void,
): void {
  useEffect(() => {
    const element = table.current
    if (!element) return
    const press = (event: KeyboardEvent) => {
      const meant = actOfKey(event, letters)
      if (!meant) return
      event.preventDefault()
      act(meant)
    }
    element.addEventListener('keydown', press)
    return () => element.removeEventListener('keydown', press)
  }, [table, letters, act])
  useEffect(() => {
    if (document.activeElement === document.body) table.current?.focus({ preventScroll: true })
  }, [table])
}
