'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { draftStoreOf, useDraft } from '#components/voting/ballot/use-draft.ts'
import { useLooked } from '#components/voting/use-looked.ts'
import { picksStoreOf, usePicks } from '#components/voting/use-picks.ts'
import { readSeen } from '#components/voting/use-seen.ts'
import { type Asked, firstSitting, isSitting } from './first-sitting.ts'
import { type Act, judge, nextUnset, numberAt, type Sitting, sit, type TableRules } from './judging.ts'
import { keepSitting, keptSitting } from './kept-sitting.ts'
import type { TableRound } from './table-round.ts'

/** A write of the address costs as much as a key does: whoever goes on is not slowed by it. */
const ADDRESS_MS = 1_000
const WORK_PARAM = 'work'
const PASS_PARAM = 'pass'
const DEAL_PARAM = 'deal'

/** The address names the work and the pass, so that a reload, a link and the way back from it lead here again. */
function useAddress(sitting: Sitting, { roundId, deal }: TableRound) {
  const number = numberAt(sitting)
  const { pass, order } = sitting
  const moved = sitting.said.kind !== 'nothing'
  useEffect(() => {
    if (!moved) return
    const write = () => {
      stop()
      const url = new URL(window.location.href)
      url.searchParams.set(WORK_PARAM, String(number))
      if (deal !== null) url.searchParams.set(DEAL_PARAM, deal)
      if (pass === 'reject') {
        url.searchParams.delete(PASS_PARAM)
        keepSitting(() => window.sessionStorage, roundId, order)
      }
      if (pass !== 'reject') url.searchParams.set(PASS_PARAM, pass)
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
  }, [number, pass, order, moved, roundId, deal])
}

type SittingInput = { round: TableRound; asked: Asked }

export type SittingRules = Pick<TableRules, 'open' | 'advance'>

const rulesOf = (
  { roundId, numbers, method, maxChoices, maxScore }: TableRound,
  rules: SittingRules,
): TableRules => ({
  dealt: { numbers, seen: readSeen(roundId) },
  method,
  maxChoices,
  maxScore,
  ...rules,
})

const keptOf = ({ roundId, numbers }: TableRound) =>
  keptSitting(() => window.sessionStorage, roundId, numbers)

/** A sitting over the picks of this device: what is decided goes into the stores, the rest stays here. */
export function useSitting({ round, asked }: SittingInput) {
  const { roundId, state } = round
  const picks = usePicks(roundId)
  const draft = useDraft(roundId)
  const decisions = useMemo(() => ({ picks, draft }), [picks, draft])
  const [sitting, setSitting] = useState(() => firstSitting(round, asked))
  const latest = useRef(sitting)

  const move = useCallback((next: Sitting) => {
    latest.current = next
    setSitting(next)
  }, [])

  const act = useCallback(
    (wanted: Act, rules: SittingRules) => {
      const [kept, drafts] = [picksStoreOf(roundId), draftStoreOf(roundId)]
      const before = { sitting: latest.current, picks: kept.read(), draft: drafts.read() }
      const after = judge(before, wanted, rulesOf(round, rules))
      if (after.picks !== before.picks) kept.put(after.picks)
      if (after.draft !== before.draft) drafts.put(after.draft)
      move(after.sitting)
    },
    [roundId, round, move],
  )

  // What the server does not know: the picks decide which works a pass has, and where a visitor goes on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: on arrival only
  useEffect(() => {
    const kept = asked.pass === null && asked.work !== null && isSitting(round) ? keptOf(round) : null
    if (kept?.includes(asked.work ?? 0)) return move(sit(kept, kept.indexOf(asked.work ?? 0)))
    const begun = asked.pass ?? (isSitting(round) && latest.current.pass === 'reject' ? 'reject' : null)
    if (begun) act({ kind: 'begin', pass: begun }, { open: state === 'open', advance: false })
    const { order } = latest.current
    const place =
      asked.work === null ? nextUnset(order, picksStoreOf(roundId).read(), 0) : order.indexOf(asked.work)
    move({ ...latest.current, place: Math.max(0, place ?? 0), said: { kind: 'nothing' } })
  }, [roundId])

  useAddress(sitting, round)
  const number = numberAt(sitting)
  useLooked(
    roundId,
    useMemo(() => (state === 'open' ? [number] : null), [state, number]),
  )
  return { sitting, latest, decisions, act }
}
