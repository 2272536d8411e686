import { resolve } from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { existingBrowser } from '#scripts/browser.ts'
import { freePort } from '#scripts/free-port.ts'

// The configuration is read again in each worker: what the first reading chose is handed on by environment.
process.env.VERSO_E2E_PORT ??= String(await freePort())
process.env.VERSO_E2E_HORDE_PORT ??= String(await freePort())
process.env.VERSO_E2E_DATA ??= resolve('node_modules/.cache/verso/e2e')
const url = `http://localhost:${process.env.VERSO_E2E_PORT}`
const executablePath = process.env.PLAYWRIGHT_CHROMIUM ?? existingBrowser()
const asRoot = process.getuid?.() === 0

/** Nothing of the person's own settings reaches the instance under test. */
const kept = ['PATH', 'HOME', 'TMPDIR', 'CI', 'LANG']
const environment = Object.fromEntries(
  kept.flatMap((name) => {
    const value = process.env[name]
    return value ? [[name, value]] : []
  }),
)

const DESKTOP = { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } }
const NEWCOMER = '**/first-five-minutes.spec.ts'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One instance has one clock, which a story moves.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  // Room for a machine that does much else besides: what passes does not wait.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  globalSetup: './scripts/testing/await-seeding.ts',
  use: {
    baseURL: url,
    // A trace of every story costs a third of its time: `npx playwright test <story> --trace on` makes one.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath && { executablePath }), args: asRoot ? ['--no-sandbox'] : [] },
  },
  projects: [
    { name: 'desktop', testIgnore: NEWCOMER, use: DESKTOP },
    { name: 'phone', grep: /@phone/, use: { ...devices['Pixel 7'] } },
    // Last, because the newcomer moves the clock past the round that the others vote in.
    { name: 'newcomer', testMatch: NEWCOMER, use: DESKTOP },
  ],
  webServer: {
    // The whole stack of the demo, anew in a folder of its own.
    command: 'node scripts/demo.ts --reset',
    env: {
      ...environment,
      PORT: process.env.VERSO_E2E_PORT,
      VERSO_DATA: process.env.VERSO_E2E_DATA,
      VERSO_SEED: process.env.VERSO_SEED ?? 'small',
      // A story stands in for the network of volunteers; nothing goes out to the real one.
      AIHORDE_BASE_URL: `http://127.0.0.1:${process.env.VERSO_E2E_HORDE_PORT}/api/v2`,
    },
    url: `${url}/api/v1/health`,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'pipe',
    stderr: 'pipe',
  },
})
