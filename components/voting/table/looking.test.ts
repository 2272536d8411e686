import { describe, expect, it } from 'vitest'
import { NO_PICKS } from '#components/voting/picks.ts'
import type { Act } from './judging.ts'
import { sit } from './judging.ts'
import { LOOKING, type LookAct, type Looking, look } from './looking.ts'
import { FIT } from './zooming.ts'

const ORDER = [1, 2, 3, 4, 5]

/** As the table has it: an act that names a work leads to it. */
function run(acts: readonly (Act | LookAct)[], passed: readonly number[] = [], order = ORDER) {
  let looking: Looking = LOOKING
  let sitting = sit(order)
  for (const act of acts) {
    const looked = look(looking, act, { sitting, picks: { ...NO_PICKS, passed } })
    if (!looked) continue
    looking = looked.looking
    if (looked.number !== undefined) sitting = { ...sitting, place: order.indexOf(looked.number) }
  }
  return { ...looking, number: order[sitting.place] }
}

const COMPARE: LookAct = { kind: 'view', view: 'compare' }
const SURVEY: LookAct = { kind: 'view', view: 'survey' }
const ON: Act = { kind: 'by', steps: 1 }
const BACK: Act = { kind: 'by', steps: -1 }
const NEARER: LookAct = { kind: 'zoom-by', way: 'in' }

describe('compare', () => {
  it('puts the next work that is not passed beside this one', () => {
    expect(run([COMPARE], [2, 3])).toMatchObject({ view: 'compare', pair: { left: 1, right: 4 }, number: 1 })
  })

  it('needs two works', () => {
    expect(run([COMPARE], [], [1])).toMatchObject({ view: 'one', pair: null })
    expect(run([COMPARE], [2, 3, 4, 5])).toMatchObject({ view: 'one' })
  })

  it('brings another challenger, round the pass, never the one that is kept', () => {
    expect(run([COMPARE, ON, ON]).pair).toEqual({ left: 1, right: 4 })
    expect(run([COMPARE, BACK]).pair).toEqual({ left: 1, right: 5 })
    expect(run([COMPARE, ON, ON, ON, ON]).pair).toEqual({ left: 1, right: 2 })
  })

  it('lets the challenger win: it is kept, has the focus, and the next comes against it', () => {
    const after = run([COMPARE, { kind: 'swap' }])
    expect(after).toMatchObject({ pair: { left: 2, right: 3 }, number: 2 })
    expect(run([COMPARE, { kind: 'swap' }], [3, 4, 5]).pair).toEqual({ left: 2, right: 1 })
  })

  it('judges the one with the focus, which goes on to the next challenger', () => {
    const right: LookAct = { kind: 'face', number: 2 }
    expect(run([COMPARE, right]).number).toBe(2)
    expect(run([COMPARE, right, ON])).toMatchObject({ pair: { left: 1, right: 3 }, number: 3 })
    expect(run([COMPARE, ON]).number).toBe(1)
  })

  it('zooms both, and is left by its own key, by Escape and by another view', () => {
    expect(run([COMPARE, NEARER])).toMatchObject({ view: 'compare', zoom: { scale: 1.5 } })
    expect(run([COMPARE, NEARER, COMPARE])).toMatchObject({ view: 'one', pair: null, zoom: FIT })
    expect(run([COMPARE, { kind: 'view', view: 'one' }]).view).toBe('one')
    expect(run([COMPARE, SURVEY])).toMatchObject({ view: 'survey', pair: null })
  })

  it('leaves marks to the judging', () => {
    const seen = { sitting: sit(ORDER), picks: NO_PICKS }
    expect(look(LOOKING, { kind: 'mark', mark: 'pick' }, seen)).toBeNull()
    expect(look(LOOKING, ON, seen)).toBeNull()
  })
})

describe('closer', () => {
  it('begins with a step nearer and ends at the whole', () => {
    expect(run([NEARER])).toMatchObject({ view: 'closer', zoom: { scale: 1.5 } })
    expect(run([NEARER, { kind: 'zoom-by', way: 'out' }])).toEqual({ ...LOOKING, number: 1 })
    expect(run([NEARER, { kind: 'zoom-by', way: 'fit' }]).view).toBe('one')
  })

  it('goes near where one taps twice, and back', () => {
    const tap: LookAct = { kind: 'zoom-at', point: { x: 0.5, y: 0 } }
    const near = run([tap])
    expect(near.zoom.scale).toBeGreaterThan(2)
    expect(near.zoom.x).toBeLessThan(0)
    expect(run([tap, tap]).view).toBe('one')
  })

  it('is not offered on a survey', () => {
    expect(run([SURVEY, NEARER]).view).toBe('survey')
    expect(run([SURVEY, SURVEY]).view).toBe('one')
  })
})
