import { z } from 'zod'
import { pastedAddressSchema, registerCommunitySchema } from '#lib/communities/schema.ts'
import { PLAIN_TOKEN_IDS } from '#lib/protocol/strategy.ts'
import * as text from '#messages/studio/community-form.ts'

const details = registerCommunitySchema.pick({ name: true, slug: true, description: true, licence: true })

/** An ERC-20 counts whole tokens (18 decimals), an ERC-721 each token. */
const DENOMINATOR: Record<(typeof PLAIN_TOKEN_IDS)[number], string> = {
  'erc20-votes': '1000000000000000000',
  'erc20-balance': '1000000000000000000',
  'erc721-votes': '1',
  'erc721-balance': '1',
}

/** The director's form; its values turn into what is deployed and what is registered. */
export const communityForm = details
  .extend({
    symbol: z
      .string()
      .trim()
      .regex(/^[A-Z0-9]{2,8}$/, text.symbolNeeded),
    strategy: z.enum(PLAIN_TOKEN_IDS),
    token: pastedAddressSchema,
    guardian: pastedAddressSchema,
    treasury: pastedAddressSchema,
    chainId: z.int(),
  })
  .transform(({ strategy, token, chainId, ...form }) => ({
    ...form,
    strategy: {
      id: strategy,
      version: '1' as const,
      chainId,
      token,
      params: { cap: null, root: 'none' as const, numerator: '1', denominator: DENOMINATOR[strategy] },
    },
  }))

export type CommunityForm = z.output<typeof communityForm>

/** The first message of each field. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) fields[String(issue.path[0] ?? 'form')] ??= issue.message
  return fields
}
