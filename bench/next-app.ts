import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type RunningChild, startChild } from '#scripts/child.ts'
import { endOnSignal } from '#scripts/end-on-signal.ts'
import { freePort } from '#scripts/free-port.ts'
import { lastLines } from '#scripts/supervise.ts'

const root = resolve(import.meta.dirname, '..')
const next = join(root, 'node_modules/next/dist/bin/next')
const START_SECONDS = 30

const EVERY_APP = {
  'package.json': '{"private":true,"type":"module"}\n',
  'next.config.mjs': "export { default } from '../../next.config.ts'\n",
  'app/layout.tsx':
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n',
}

// Turbopack reads no module above its root, so the app is built inside the clone.
function write(files: Record<string, string>): string {
  mkdirSync(join(root, '.next'), { recursive: true })
  const folder = mkdtempSync(join(root, '.next', 'peer-'))
  for (const [name, text] of Object.entries({ ...EVERY_APP, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
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

export type ServedApp = { origin: string; pid: number; stop(): Promise<void> }

/**
 * A small app, built by the same Next with the same configuration as ours, and served.
 * @param files by path in its folder; imports climb two folders to the root of the clone
 */
export async function serveNextApp(
  files: Record<string, string>,
  given: Record<string, string> = {},
): Promise<ServedApp> {
  const folder = write(files)
  const logFile = join(folder, 'log')
  const env = {
    ...process.env,
    ...given,
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
  if (built && (await answers(origin, running))) return { origin, pid: running.process.pid ?? 0, stop }
  const said = lastLines(logFile)
  await stop()
  throw new Error(`the app of a bench could not be ${built ? 'served' : 'built'}\n${said}`)
}
