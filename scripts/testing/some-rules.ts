import { ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { parseRules, type Rules } from '#lib/protocol/rules.ts'
import { rulesFrom } from '#lib/rounds/rules-template.ts'
import { createRoundSchema } from '#lib/rounds/schema.ts'

/** Sound rules of a round in the near future, the same every time. */
export function someRules(): Rules {
  const token = `0x${'70'.repeat(20)}` as const
  const params = { cap: null, root: 'none', numerator: '1', denominator: '1' } as const
  const input = createRoundSchema.parse({ community: 'wall', title: 'Harbour', brief: 'Boats at night.' })
  const rules = rulesFrom(input, {
    chainId: 31337,
    collection: `0x${'c0'.repeat(20)}`,
    roles: { operator: `0x${'0a'.repeat(20)}`, treasury: `0x${'0b'.repeat(20)}` },
    strategies: [{ id: 'erc20-votes', version: '1', chainId: 31337, token, params }],
    licence: { id: 'CC-BY-4.0', textHash: `sha256:${'11'.repeat(32)}` },
    gates: [],
    minChallenge: 0,
    finalityDepth: 1,
    c2paRoot: ZERO_BYTES32,
    nonce: `0x${'22'.repeat(32)}`,
    now: 1_800_000_000,
  })
  return parseRules(rules)
}
