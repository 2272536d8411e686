import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from '#scripts/browser.ts'
import { freePort } from '#scripts/free-port.ts'

// The configuration is read again in each worker: what the first reading chose is handed on by environment.
process.env.VERSO_E2E_PORT ??= String(await freePort())
process.env.VERSO_E2E_DATA ??= mkdtempSync(join(process.getuid?.() === 0 ? '/var/tmp' : '/tmp', 'verso-e2e-'))
process.env.PLAYWRIGHT_CHROMIUM = findBrowser({
  given: process.env.PLAYWRIGHT_CHROMIUM,
  install: Boolean(process.env.CI) || process.env.VERSO_INSTALL_BROWSER === '1',
})
const url = `http://localhost:${process.env.VERSO_E2E_PORT}`
const asRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One instance has one clock, which a story moves.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  globalSetup: './scripts/testing/await-seeding.ts',
  use: {
    baseURL: url,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM,
      args: asRoot ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } } },
    { name: 'phone', grep: /@phone/, use: { ...devices['Pixel 7'] } },
  ],
  webServer: {
    command: 'node scripts/demo.ts',
    // The whole stack of the demo, in a folder of its own.
    env: { ...environment(), PORT: process.env.VERSO_E2E_PORT, VERSO_DATA: process.env.VERSO_E2E_DATA },
    url: `${url}/api/v1/health`,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'pipe',
    stderr: 'pipe',
  },
})

/** Nothing of the person's own settings reaches the instance under test. */
function environment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'CI', 'LANG', 'VERSO_SEED']
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}
