import { ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { recipeSchema } from '#lib/protocol/recipe.ts'
import type { BirthRecord } from '#lib/provenance/schema.ts'

/** What a file says of itself, with some of it changed. */
export function birthRecord({
  recipe,
  ...changes
}: Partial<Omit<BirthRecord, 'recipe'>> & { recipe?: Partial<BirthRecord['recipe']> } = {}): BirthRecord {
  return {
    recipe: recipeSchema.parse({
      template: { id: 'brief', version: '1', text: 'A lighthouse at dusk, two inks' },
      traits: [],
      seed: '4812',
      model: { id: 'black-forest-labs/flux-schnell', version: 'c846a699', weightsHash: null },
      loras: [],
      parameters: {},
      inputs: [],
      parents: [],
      licence: 'CC-BY-4.0',
      brief: `0x${'b7'.repeat(32)}`,
      width: 1024,
      height: 1024,
      ...recipe,
    }),
    creator: { address: `0x${'a1'.repeat(20)}`, name: 'Ada' },
    round: {
      id: `0x${'c3'.repeat(32)}`,
      chainId: 31337,
      collection: `0x${'d4'.repeat(20)}`,
      c2paRoot: ZERO_BYTES32,
    },
    title: 'Lighthouse',
    alt: 'A lighthouse in two inks.',
    madeAt: 1_795_000_000,
    ...changes,
  }
}
