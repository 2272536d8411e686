import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#scripts/free-port.ts'
import { faults, narrow } from '#scripts/testing/pages/faults.ts'
import { expect, test } from './story.ts'

let folder: string
let origin: string
let demo: ChildProcess

/** An instance in which nobody has done anything. */
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verso-empty-'))
  const port = await freePort()
  origin = `http://localhost:${port}`
  const { PATH, HOME } = process.env
  const env = {
    PATH,
    HOME,
    NODE_ENV: 'production' as const,
    VERSO_DATA: folder,
    PORT: String(port),
    VERSO_SEED: '0',
  }
  demo = spawn(process.execPath, ['scripts/demo.ts'], { env, stdio: 'ignore' })
  await expect
    .poll(
      () =>
        fetch(`${origin}/api/v1/health`).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 90_000 },
    )
    .toBe(200)
})

test.afterAll(async () => {
  const ended = new Promise((resolve) => demo.once('close', resolve))
  demo.kill('SIGINT')
  await ended
  rmSync(folder, { recursive: true, force: true })
})

for (const [path, says, leads] of [
  ['/', 'The first work hangs here.', 'Found a community'],
  ['/rounds', 'No round has been opened yet.', 'To the desk'],
  ['/collection', 'Nothing is minted yet.', 'To the rounds'],
  ['/submit', 'No round takes briefs now.', 'To the rounds'],
  ['/verify', 'No round is closed yet.', 'To the rounds'],
  ['/desk/rounds/new', 'There is no community yet.', 'Found one'],
] as const)
  test(`${path} of an empty instance says how it begins @phone`, async ({ page }) => {
    await page.goto(`${origin}${path}`)
    const main = page.getByRole('main')
    await expect(main.getByRole('heading', { name: says })).toBeVisible()
    await expect(main.getByRole('link', { name: leads }).first()).toBeVisible()
    expect(await faults(page)).toEqual([])
    await narrow(page)
    expect(await faults(page)).toEqual([])
  })
