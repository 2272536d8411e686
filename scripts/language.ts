/**
 * Loaded before a process that runs beside Next and speaks to visitors: it says what the app says, in the language of
 * `VERSO_LANGUAGE`. `package.json` leads everything else to English.
 */
import { registerHooks } from 'node:module'
import { buildLanguage } from '#lib/platform/env.ts'

const MESSAGES = '#messages/'
const folder = new URL(`../messages/${buildLanguage(process.env.VERSO_LANGUAGE)}/`, import.meta.url)

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith(MESSAGES)
      ? next(new URL(specifier.slice(MESSAGES.length), folder).href, context)
      : next(specifier, context),
})
