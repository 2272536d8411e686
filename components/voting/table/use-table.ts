'use client'

import { type RefObject, useCallback, useEffect, useMemo } from 'react'
import { picksStoreOf } from '#components/voting/use-picks.ts'
import { useWorks } from '#components/voting/use-works.ts'
import { batchesAround } from '#components/voting/work-batches.ts'
import { digitKeys, digitUse, pressedKey } from './digit-keys.ts'
import { isPlacing, numberAt } from './judging.ts'
import { actOfKey, type KeyAct } from './key-map.ts'
import type { LightTableProps } from './light-table.tsx'
import { LOOKING } from './looking.ts'
import { useKeys } from './use-keys.ts'
import { useLooking } from './use-looking.ts'
import { useSitting } from './use-sitting.ts'
import { useTableSettings } from './use-table-settings.ts'

export type Places = { table: RefObject<HTMLElement | null>; sheet: RefObject<HTMLDialogElement | null> }

/** All that the table knows, and the one way to change it. */
export function useTable({ round, asked, first }: LightTableProps, { table, sheet }: Places) {
  const settings = useTableSettings()
  const { sitting, latest, decisions, act: decide } = useSitting({ round, asked })
  const picks = useCallback(() => picksStoreOf(round.roundId).read(), [round.roundId])
  const { looking, latest: looked, put, lookBy } = useLooking(latest, picks)
  const compared = looking.pair ? [String(looking.pair.left), String(looking.pair.right)] : []
  const works = useWorks(round.roundId, [...batchesAround(sitting.order, sitting.place), ...compared], first)
  const number = numberAt(sitting)
  const work = works.of(number)
  // What has not been seen is not judged.
  const open = round.state === 'open' && work !== undefined
  const { advance, letters } = settings
  const act = useCallback(
    (wanted: KeyAct) => {
      if (wanted.kind === 'keys') return sheet.current?.showModal()
      const { left } = lookBy(wanted)
      if (!left) return
      // A mark on one of two compared works leaves both where they are.
      decide(left, { open, advance: advance && looked.current.view !== 'compare' })
      const { pair } = looked.current
      const judged = numberAt(latest.current)
      if (left.kind === 'begin')
        put(isPlacing(latest.current, round) ? { ...LOOKING, view: 'survey' } : LOOKING)
      // Undo may lead to a work that is neither of the two: it is shown.
      else if (pair && judged !== pair.left && judged !== pair.right) put(LOOKING)
    },
    [decide, lookBy, put, open, advance, sheet, latest, looked, round],
  )
  const placing = round.state === 'open' && isPlacing(sitting, round)
  const read = useCallback(
    (pressed: KeyboardEvent) => actOfKey(pressed, { letters, placing }),
    [letters, placing],
  )
  useKeys(table, read, act)
  // A view that is left takes its focus with it: the keys go on acting.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is what may lose the focus
  useEffect(() => {
    if (document.activeElement === document.body) table.current?.focus({ preventScroll: true })
  }, [looking.view, table])
  const { method, maxScore } = round
  const use = digitUse(method, sitting.pass)
  const count = sitting.order.length
  const digits = useMemo(() => digitKeys({ use, maxScore, count }), [use, maxScore, count])
  const digit = pressedKey({ use, maxScore, place: sitting.place }, number, decisions)
  return { settings, sitting, decisions, looking, works, number, work, open, placing, digits, digit, act }
}
