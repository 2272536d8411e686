import { z } from 'zod'
import { type DeclaredWork, entryValue } from '#lib/protocol/brief-work.ts'
import * as words from '#messages/studio/work-input.ts'
import { CREATOR_FIELDS, firstFaults, MAX_PROMPT } from './brief-input.ts'
import type { BriefFields } from './sign-brief.ts'

export type WorkFormValues = Partial<
  Record<
    'title' | 'prompt' | 'creatorName' | 'royaltyReceiver' | 'model' | 'version' | 'seed' | 'means',
    string
  >
>

/** What is declared of a work, before its file has a hash. */
export type Declaration = Omit<DeclaredWork, 'contentHash'>

export type WorkFields = Pick<BriefFields, 'prompt' | 'creatorName' | 'royaltyReceiver'> & {
  declared: Declaration
}

/** Measured as it will be signed. */
const said = (most: number) =>
  z
    .string()
    .default('')
    .transform(entryValue)
    .refine((text) => [...text].length <= most, words.mostLetters(most))
    .transform((text) => text || null)

const formSchema = z.object({
  ...CREATOR_FIELDS,
  prompt: z.string().trim().min(3, words.sayWhat).max(MAX_PROMPT, words.mostLetters(MAX_PROMPT)),
  title: said(120),
  model: said(200),
  version: said(200),
  seed: said(80),
  means: said(400),
})

type Read = { ok: true; fields: WorkFields } | { ok: false; errors: Partial<Record<string, string>> }

/** Reads the form; every field that does not hold says what it needs. */
export function workFields(values: WorkFormValues): Read {
  const parsed = formSchema.safeParse({ prompt: '', creatorName: '', ...values })
  if (!parsed.success) return { ok: false, errors: firstFaults(parsed.error) }
  const { prompt, creatorName, royaltyReceiver, ...declared } = parsed.data
  return { ok: true, fields: { prompt, creatorName, royaltyReceiver, declared } }
}
