import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type RunningChild, startChild } from '#scripts/child.ts'
import { endOnSignal } from '#scripts/end-on-signal.ts'
import { freePort } from '#scripts/free-port.ts'
import { lastLines } from '#scripts/supervise.ts'

const root = resolve(import.meta.dirname, '..', '..')
const next = join(root, 'node_modules/next/dist/bin/next')
const START_SECONDS = 30

const FILES = {
  'package.json': '{"private":true,"type":"module"}\n',
  'next.config.mjs': "export { default } from '../../next.config.ts'\n",
  'app/layout.js':
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n',
  'app/page.js':
    "export const dynamic = 'force-dynamic'\nexport default function Page() {\n  return <p>Nothing.</p>\n}\n",
}

// Turbopack reads no module above its root, so the page is built inside the clone.
function write(): string {
  mkdirSync(join(root, '.next'), { recursive: true })
  const folder = mkdtempSync(join(root, '.next', 'empty-'))
  mkdirSync(join(folder, 'app'))
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text)
  return folder
}

async function answers(url: string, child: RunningChild): Promise<boolean> {
  let ended = false
  child.exited.then(() => {
    ended = true
  })
  for (const until = Date.now() + START_SECONDS * 1000; !ended && Date.now() < until; ) {
    const answered = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answered) return true
    await new Promise((wait) => setTimeout(wait, 50))
  }
  return false
}

/** A page with nothing on it, built by the same Next with the same configuration, and served. */
export async function serveEmptyPage(): Promise<{ origin: string; stop(): Promise<void> }> {
  const folder = write()
  const logFile = join(folder, 'log')
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    NEXT_TELEMETRY_DISABLED: '1',
    VERSO_DIST: '',
  }
  const start = (...args: string[]) =>
    startChild(process.execPath, [next, ...args], { cwd: folder, env, logFile })
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  let running = start('build')
  const stop = endOnSignal(async () => {
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const built = (await running.exited) === 0
  if (built) running = start('start', '-p', String(port), '-H', '127.0.0.1')
  if (built && (await answers(origin, running))) return { origin, stop }
  const said = lastLines(logFile)
  await stop()
  throw new Error(`the empty page could not be ${built ? 'served' : 'built'}\n${said}`)
}
