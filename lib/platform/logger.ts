import { type Logger, pino } from 'pino'
import { env } from './env.ts'

const SECRETS = [
  '*.signature',
  '*.privateKey',
  '*.token',
  '*.cookie',
  '*.authorization',
  'headers.cookie',
  'headers.authorization',
]

const held = globalThis as { versoLogger?: Logger }

/** Structured lines to standard output; secrets are cut out by path. */
export function logger(): Logger {
  held.versoLogger ??= pino({ level: env().LOG_LEVEL, redact: { paths: SECRETS, censor: '[cut]' } })
  return held.versoLogger
}
