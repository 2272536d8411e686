import { config } from 'zod'
import de from 'zod/v4/locales/de.js'
import { filled, type Said } from '#lib/protocol/said.ts'
import type { Text } from '#lib/protocol/sentences.ts'
import { refusals } from './refusals.ts'
import { report } from './report.ts'

// What a schema says of a value stands in a refusal.
config(de())

const TEXTS: Record<Text, string> = { ...refusals, ...report }

/** What the protocol refuses or reports; its English text is the key. */
export const say = ({ text, values }: Said): string => filled(TEXTS[text] ?? text, values, say)
