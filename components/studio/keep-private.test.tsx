import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { KeepPrivate } from './keep-private.tsx'

const shown = (on: boolean) => renderToStaticMarkup(<KeepPrivate on={on} onChange={() => {}} />)

it('is a quiet switch while it is off', () => {
  expect(shown(false)).toMatch(/<button type="button" role="switch" aria-checked="false"/)
  expect(shown(false)).not.toContain('<li')
})

it('says plainly who reads private words all the same', () => {
  expect(shown(true)).toContain('aria-checked="true"')
  expect(shown(true)).toContain('whoever makes the pictures reads them')
  expect(shown(true)).toContain('Volunteers’ computers are left out')
})
