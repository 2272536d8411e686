import { z } from 'zod'
import { addressSchema } from '#lib/protocol/primitives.ts'
import type { BriefFields } from './sign-brief.ts'

export type BriefFormValues = Partial<
  Record<'prompt' | 'style' | 'creatorName' | 'count' | 'royaltyReceiver' | 'provider', string>
>

/** Letters of the words that a brief is made of. */
export const MAX_PROMPT = 600

const formSchema = z.object({
  prompt: z
    .string()
    .trim()
    .min(3, 'Say what should be seen.')
    .max(MAX_PROMPT, `At most ${MAX_PROMPT} letters.`),
  style: z.string().trim().max(200, 'At most 200 letters.').default(''),
  creatorName: z.string().trim().min(1, 'The name that stands on the label.').max(60, 'At most 60 letters.'),
  count: z.coerce.number().int().min(1, 'At least one.').max(8, 'At most eight of one brief.'),
  royaltyReceiver: z
    .string()
    .trim()
    .regex(/^(0x[0-9a-fA-F]{40})?$/, 'An address: 0x and 40 hexadecimal digits, or nothing.')
    .default('')
    .transform((text) => (text === '' ? null : addressSchema.parse(text.toLowerCase()))),
  provider: z.string().min(1, 'Choose who makes it.'),
})

type Read =
  | { ok: true; fields: BriefFields }
  | { ok: false; errors: Partial<Record<keyof BriefFormValues, string>> }

/** Reads the form; every field that does not hold says what it needs. */
export function briefFields(values: BriefFormValues): Read {
  const parsed = formSchema.safeParse({ prompt: '', creatorName: '', count: '', provider: '', ...values })
  if (parsed.success) return { ok: true, fields: parsed.data }
  const errors: Partial<Record<string, string>> = {}
  for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= issue.message
  return { ok: false, errors }
}
