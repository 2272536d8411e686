import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startChild } from '#scripts/child.ts'
import { freePort } from '#scripts/free-port.ts'
import { lastLines } from '#scripts/supervise.ts'
import { keyOf } from './test-accounts.ts'
import type { Instance } from './with-instance.ts'

const START_SECONDS = 60

/** Serves a build over the database and the chain of an instance, as `npm start` does. */
export async function serveBuild(instance: Instance, given: { dist: string; language: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'verso-served-'))
  const logFile = join(folder, 'web.log')
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const args = [
    '--import',
    './scripts/language.ts',
    'scripts/server.ts',
    '-p',
    String(port),
    '-H',
    '127.0.0.1',
  ]
  const child = startChild(process.execPath, args, {
    cwd: resolve(import.meta.dirname, '../..'),
    logFile,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      VERSO_DATA: folder,
      VERSO_DIST: given.dist,
      VERSO_LANGUAGE: given.language,
      PUBLIC_URL: origin,
      DATABASE_URL: instance.databaseUrl,
      CHAIN_RPC_URL: instance.control.url,
      CHAIN_ID: String(instance.control.chainId),
      OPERATOR_PRIVATE_KEY: keyOf('operator'),
    },
  })
  const stop = async () => {
    await child.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  let ended = false
  void child.exited.then(() => {
    ended = true
  })
  const answers = () =>
    fetch(`${origin}/api/v1/health`).then(
      () => true,
      () => false,
    )
  for (const until = Date.now() + START_SECONDS * 1000; !ended && Date.now() < until; ) {
    if (await answers()) return { origin, stop }
    await new Promise((wait) => setTimeout(wait, 50))
  }
  const said = lastLines(logFile)
  await stop()
  throw new Error(`the build does not answer\n${said}`)
}
