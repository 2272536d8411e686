'use client'

import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { markOf } from '#components/voting/picks.ts'
import type { Works } from '#components/voting/use-works.ts'
import * as text from '#messages/voting/table/survey.ts'
import type { Decisions } from './decisions.ts'
import { worthOf } from './digit-keys.ts'
import type { KeyAct } from './key-map.ts'
import { LABEL, SurveyCell } from './survey-cell.tsx'
import { surveyed, surveyRows } from './survey-rows.ts'
import { useCarrying } from './use-carrying.ts'
import { GAP, useSurveyKeys } from './use-survey-keys.ts'

const AIR = 24

type Size = { width: number; height: number }

function useSize() {
  const element = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const watched = element.current
    if (!watched) return
    const read = () => setSize({ width: watched.clientWidth, height: watched.clientHeight })
    read()
    const observer = new ResizeObserver(read)
    observer.observe(watched)
    return () => observer.disconnect()
  }, [])
  return { element, size }
}

type SurveyProps = {
  order: readonly number[]
  place: number
  decisions: Decisions
  maxScore: number | null
  works: Works
  /** The order is the ballot's, and can be changed. */
  placing: boolean
  act: (act: KeyAct) => void
}

/** The works of the pass beside each other, as many as one can see at once, in rows like those of the wall. */
export function Survey({ order, place, decisions, maxScore, works, placing, act }: SurveyProps) {
  const { element, size } = useSize()
  const grid = useRef<HTMLDivElement>(null)
  const { from, to } = surveyed(order.length, place)
  const shown = order.slice(from, to)
  const ratios = useMemo(
    () =>
      order.slice(from, to).map((number) => {
        const work = works.of(number)
        return work ? work.width / work.height : 1
      }),
    [order, from, to, works],
  )
  const rows = useMemo(
    () => (size.width > 0 ? surveyRows(ratios, { ...size, gap: GAP, label: LABEL }) : []),
    [ratios, size],
  )
  const drop = useCallback(
    (number: number, over: number) => act({ kind: 'carry', number, to: order.indexOf(over) }),
    [order, act],
  )
  const { carried, lift } = useCarrying(drop)

  useSurveyKeys(grid, { order, place, from, to, rows, ratios }, act)
  return (
    <div
      className="absolute inset-0 [grid-area:well] flex flex-col overflow-hidden bg-well"
      style={{ padding: AIR }}
    >
      <div ref={element} className="min-h-0 flex-1 overflow-hidden">
        {/* biome-ignore lint/a11y/useSemanticElements: works on a table are no table */}
        <div
          ref={grid}
          role="grid"
          aria-label={text.name}
          className="flex h-full flex-col justify-center"
          style={{ gap: GAP }}
        >
          {rows.map(({ start, end, height }) => (
            // biome-ignore lint/a11y/useSemanticElements: works on a table are no table
            // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus, one at a time
            <div
              key={start}
              role="row"
              className={`flex ${rows.length === 1 ? 'justify-center' : ''}`}
              style={{ gap: GAP }}
            >
              {shown.slice(start, end).map((one, at) => {
                const index = from + start + at
                return (
                  <SurveyCell
                    key={one}
                    place={index}
                    count={order.length}
                    number={one}
                    work={works.of(one)}
                    mark={markOf(decisions.picks, one)}
                    worth={worthOf(one, decisions, maxScore)}
                    isPoints={maxScore !== null}
                    size={{ height, width: height * (ratios[start + at] ?? 1) }}
                    current={index === place}
                    lift={placing ? lift(one) : null}
                    under={carried?.over === one && carried.number !== one}
                    onPress={() =>
                      act(index === place ? { kind: 'view', view: 'one' } : { kind: 'to', place: index })
                    }
                  />
                )
              })}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
