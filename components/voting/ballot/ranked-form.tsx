'use client'

import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { ArrowGlyph, GripGlyph } from '#components/ui/glyphs.tsx'
import * as text from '#messages/voting/ballot/ranked-form.ts'
import { movedTo, rankedOrder } from './filled-ballot.ts'
import type { FormProps } from './form-props.ts'
import { useLifting } from './use-lifting.ts'
import { WorkRow } from './work-row.tsx'

const ARROW =
  'inline-flex h-11 min-w-11 cursor-pointer items-center justify-center gap-2 rounded-control text-13 hover:bg-press aria-disabled:cursor-not-allowed aria-disabled:text-line aria-disabled:hover:bg-transparent max-band:pr-2.5'

const KEYS: Record<string, (at: number, last: number) => number> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
}

type HandleProps = {
  title: string
  at: number
  of: number
  move: (to: number) => void
  lift: (event: React.PointerEvent) => void
}

/** The place of a work, by which it is dragged, or moved with the arrow keys. */
function Handle({ title, at, of, move, lift }: HandleProps) {
  const press = (event: KeyboardEvent) => {
    const to = KEYS[event.key]?.(at, of - 1)
    if (to === undefined) return
    event.preventDefault()
    move(to)
  }
  return (
    <button
      type="button"
      aria-label={text.handle(title, at + 1, of)}
      aria-keyshortcuts="ArrowUp ArrowDown Home End"
      onPointerDown={lift}
      onKeyDown={press}
      className="flex h-11 w-10 cursor-grab touch-none items-center gap-1 rounded-control font-statement text-18 hover:bg-press active:cursor-grabbing"
    >
      <span className="text-second">
        <GripGlyph />
      </span>
      {at + 1}
    </button>
  )
}

function Arrows({ title, at, of, move }: Omit<HandleProps, 'lift'>) {
  const step = (to: number, words: string, glyph: 'up' | 'down') => (
    <button type="button" className={ARROW} aria-disabled={to < 0 || to >= of} onClick={() => move(to)}>
      <ArrowGlyph to={glyph} />
      <span className="band:sr-only">{words}</span>
      <span className="sr-only"> {title}</span>
    </button>
  )
  return (
    <div className="flex gap-1 max-band:-ml-3">
      {step(at - 1, text.up, 'up')}
      {step(at + 1, text.down, 'down')}
    </div>
  )
}

/** Picks in an order: dragged by their place, stepped by buttons, or moved with the arrow keys. */
export function RankedForm({ works, draft, put, onTakeOff }: FormProps) {
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const byNumber = new Map(works.map((work) => [work.number, work]))
  const order = rankedOrder([...byNumber.keys()], draft.order)
  const latest = useRef({ order, draft, put, byNumber })
  latest.current = { order, draft, put, byNumber }
  const move = useCallback((number: number, to: number) => {
    const now = latest.current
    const at = Math.max(0, Math.min(to, now.order.length - 1))
    if (now.order.indexOf(number) === at) return
    now.put({ ...now.draft, order: movedTo(now.order, number, at) })
    setSaid(text.moved(now.byNumber.get(number)?.title, at + 1, now.order.length))
  }, [])
  const { lifted, lift } = useLifting(list, move)
  return (
    <div>
      <ol ref={list}>
        {order.map((number, at) => {
          const work = byNumber.get(number)
          if (!work) return null
          const place = { title: work.title, at, of: order.length, move: (to: number) => move(number, to) }
          return (
            <WorkRow
              key={number}
              work={work}
              onTakeOff={onTakeOff}
              className={lifted === number ? 'relative z-1 shadow-lift outline-2 outline-indigo' : ''}
              lead={<Handle {...place} lift={lift(number)} />}
              control={<Arrows {...place} />}
            />
          )
        })}
      </ol>
      <p className="mt-3 text-13 text-second">{text.howToRank}</p>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}
