import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import { NamedFailure } from './failure.ts'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

type Search = {
  /** PLAYWRIGHT_CHROMIUM. */
  given: string | undefined
  /** True in CI and with --install-browser: Debian's package may be installed. */
  install: boolean
}

const noBrowser = (why: string) =>
  new NamedFailure(
    why,
    [
      'Set PLAYWRIGHT_CHROMIUM to a Chromium or Chrome,',
      'or run: npx playwright install chromium,',
      'or run as root on Debian: npm test -- --install-browser',
    ].join('\n       '),
  )

function installFromDebian(): void {
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  const wait = ['-o', 'DPkg::Lock::Timeout=300']
  execFileSync('apt-get', [...wait, 'update', '-q'], options)
  execFileSync('apt-get', [...wait, 'install', '-y', '-q', '--no-install-recommends', 'chromium'], options)
}

/** The browser that is there already, if any: the system's, or Playwright's own. */
export function existingBrowser(): string | undefined {
  return [...SYSTEM, chromium.executablePath()].find((path) => existsSync(path))
}

/** Finds a Chromium: the given one, the system's, Playwright's own, Debian's package. @throws NamedFailure */
export function findBrowser({ given, install }: Search): string {
  if (given) {
    if (existsSync(given)) return given
    throw noBrowser(`PLAYWRIGHT_CHROMIUM is ${given}, and there is no such file.`)
  }
  const found = existingBrowser()
  if (found) return found
  if (!install || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw noBrowser('No Chromium was found.')
  console.log('No Chromium was found: installing Debian’s package chromium …')
  try {
    installFromDebian()
  } catch (cause) {
    throw noBrowser(`Debian's package could not be installed: ${String(cause).split('\n')[0]}`)
  }
  return findBrowser({ given, install: false })
}

/** A browser that is told of a signal ends the whole process before its other parts are ended. */
const OWN_SIGNALS = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false } as const

/** The browser that measures pages. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser({ given: process.env.PLAYWRIGHT_CHROMIUM, install: false })
  const args = ['--disable-gpu', '--disable-background-networking']
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  return chromium.launch({ executablePath, args, ...OWN_SIGNALS })
}
