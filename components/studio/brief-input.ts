import { z } from 'zod'
import { addressSchema } from '#lib/protocol/primitives.ts'
import * as words from '#messages/studio/brief-input.ts'
import type { BriefFields } from './sign-brief.ts'

export type BriefFormValues = Partial<
  Record<'prompt' | 'style' | 'creatorName' | 'count' | 'royaltyReceiver' | 'provider' | 'keeps', string>
>

/** Letters of the words that a brief is made of. */
export const MAX_PROMPT = 600

/** The words are not to be published. */
export const KEEPS_PRIVATE = 'private'

/** What every brief asks of its creator. */
export const CREATOR_FIELDS = {
  creatorName: z.string().trim().min(1, words.nameNeeded).max(60, words.mostLetters(60)),
  royaltyReceiver: z
    .string()
    .trim()
    .regex(/^(0x[0-9a-fA-F]{40})?$/, words.addressOrNothing)
    .default('')
    .transform((text) => (text === '' ? null : addressSchema.parse(text.toLowerCase()))),
}

const formSchema = z.object({
  ...CREATOR_FIELDS,
  prompt: z.string().trim().min(3, words.sayWhat).max(MAX_PROMPT, words.mostLetters(MAX_PROMPT)),
  style: z.string().trim().max(200, words.mostLetters(200)).default(''),
  count: z.coerce.number().int().min(1, words.atLeastOne).max(8, words.atMostEight),
  provider: z.string().min(1, words.chooseMaker),
  keeps: z.string().default(''),
})

type Read =
  | { ok: true; fields: BriefFields }
  | { ok: false; errors: Partial<Record<keyof BriefFormValues, string>> }

/** First message of each field. */
export function firstFaults({ issues }: z.ZodError): Partial<Record<string, string>> {
  const faults: Partial<Record<string, string>> = {}
  for (const issue of issues) faults[String(issue.path[0])] ??= issue.message
  return faults
}

/** Reads the form; every field that does not hold says what it needs. */
export function briefFields(values: BriefFormValues): Read {
  const parsed = formSchema.safeParse({ prompt: '', creatorName: '', count: '', provider: '', ...values })
  if (parsed.success) {
    const { keeps, ...fields } = parsed.data
    return { ok: true, fields: { ...fields, isPrivate: keeps === KEEPS_PRIVATE } }
  }
  return { ok: false, errors: firstFaults(parsed.error) }
}
