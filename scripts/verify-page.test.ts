import { createHash } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { makeVerifyPage } from './verify-page/make-page.ts'

let page: Awaited<ReturnType<typeof makeVerifyPage>>

beforeAll(async () => {
  page = await makeVerifyPage()
})

const between = (start: string, end: string) =>
  page.html.slice(page.html.indexOf(start) + start.length, page.html.lastIndexOf(end))
const cspHash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

it('is the same file each time', async () => {
  expect((await makeVerifyPage()).sha256).toBe(page.sha256)
  expect(page.sha256).toBe(createHash('sha256').update(page.html).digest('hex'))
})

it('may run its own script, show its own styles, and reach nothing', () => {
  const policy = /content="(default-src [^"]*)"/.exec(page.html)?.[1] ?? ''
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${cspHash(between('<script>', '</script>'))} 'wasm-unsafe-eval'`,
    `style-src ${cspHash(between('<style>', '</style>'))}`,
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ])
})

it('holds no code that asks anybody, and nothing of this machine', () => {
  const asks = /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|\beval\(/g
  expect(page.html.match(asks)).toBeNull()
  const head = page.html.slice(0, page.html.indexOf('<script>'))
  expect(head.match(/\ssrc=|<link|url\(|@import/g)).toBeNull()
  expect(page.html.includes(process.cwd())).toBe(false)
})
