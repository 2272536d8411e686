import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { type FROZEN, frozenRound } from '#components/workshop/wall/sample.tsx'
import type { RoundState } from '#lib/rounds/schema.ts'
import { WallNotice } from './wall-notice.tsx'

const wallOf = (state: RoundState, proof: keyof typeof FROZEN) =>
  renderToStaticMarkup(<WallNotice round={frozenRound(state, proof)} />)

it('says while votes are taken that they still are', () => {
  const wall = wallOf('voting', 'equivocation')
  expect(wall).toContain('two different logs')
  expect(wall).toContain('Ballots are still taken')
  expect(wall).toContain('href="/rounds/two-inks/log"')
})

it.each(['counting', 'challenge'] as const)('comes before what a wall says in %s', (state) => {
  const wall = wallOf(state, 'dropped')
  expect(wall.match(/<h2/g)).toHaveLength(1)
  expect(wall).toContain('the sealed one does not continue')
  expect(wall).toContain('Nothing is decided or minted')
})

it('leaves the word to the guardian, who cancelled it', () => {
  const wall = wallOf('cancelled', 'dropped')
  expect(wall).not.toContain('A proof')
  expect(wall).toContain('This round was cancelled.')
})
