import { expect, it } from 'vitest'
import { scriptsLater } from './scripts-later.ts'

const HEAD = '<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/_next/static/chunks/a.css"/>'
const SCRIPT = '<script src="/_next/static/chunks/a-1.js" async=""></script>'
const NAMED = '<script src="/_next/static/chunks/b.js" id="_R_" async=""></script>'
const OLD = '<script src="/_next/static/chunks/c.js" noModule=""></script>'
const INLINE = '<script>self.__next_f.push([1,"</body> and <script src="])</script>'

it('marks script files, and asks for them at the end of the document', () => {
  const html = scriptsLater(`${HEAD}${SCRIPT}${NAMED}</head><body>${OLD}<p>Low tide</p></body></html>`)
  expect(html).toContain('<script src="/_next/static/chunks/a-1.js" type="later"></script>')
  expect(html).toContain('<script src="/_next/static/chunks/b.js" id="_R_" type="later"></script>')
  expect(html).toContain(`<body>${OLD}<p>Low tide</p><script>(function askForScripts()`)
  expect(html).toMatch(/\)\(\)<\/script><\/body><\/html>$/)
})

it('asks for no script ahead, and leaves pictures and faces alone', () => {
  const picture = '<link rel="preload" as="image" href="/works/1"/>'
  const face = '<link rel="preload" href="/_next/static/media/a.woff2" as="font" crossorigin=""/>'
  const scripts = [
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>',
    '<link rel="preload" href="/_next/static/chunks/b.js" as="script" fetchPriority="low"/>',
  ].join('')
  const html = scriptsLater(`${HEAD}${picture}${scripts}${face}</head><body></body></html>`)
  expect(html).toContain(`${HEAD}${picture}${face}</head>`)
})

it('leaves what pages say in their data alone', () => {
  expect(scriptsLater(`${HEAD}</head><body>${INLINE}</body></html>`)).toContain(`<body>${INLINE}<script>`)
})

it('leaves what is no whole document as it is', () => {
  expect(scriptsLater(`${HEAD}${SCRIPT}`)).toBe(`${HEAD}${SCRIPT}`)
})
