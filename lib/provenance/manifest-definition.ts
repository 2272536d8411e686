import { isSealedRecipe } from '#lib/protocol/brief-private.ts'
import { recipeHashOf } from '#lib/protocol/recipe.ts'
import { miningPreferenceOf } from './mining-preference.ts'
import type { BirthRecord } from './schema.ts'
import { sourceTypeOf } from './source-type.ts'

/** Where the prompt's own bytes are handed over. */
export const PROMPT_RESOURCE = 'prompt.txt'
/** The ingredient that is the file as it came. */
export const RECEIVED = 'received'
/** What a Verso file says of its recipe. */
export const RECIPE_ASSERTION = 'verso.recipe'
/** What it says of machines that learn. */
export const MINING_ASSERTION = 'cawg.training-mining'

const GENERATOR = { name: 'Verso', version: '0.1.0' }

const assertion = (label: string, data: object) => ({ label, data, created: true })

function recipeAssertion({ recipe, creator, round }: BirthRecord) {
  return assertion(RECIPE_ASSERTION, {
    recipeHash: recipeHashOf(recipe),
    creator: creator.address,
    round: round.id,
    chainId: round.chainId,
    collection: round.collection,
    licence: recipe.licence,
    ...(recipe.parents.length > 0 && { parents: recipe.parents }),
  })
}

const miningAssertion = ({ recipe }: BirthRecord) =>
  assertion(MINING_ASSERTION, { entries: miningPreferenceOf(recipe.licence).cawg })

const isoOf = ({ madeAt }: BirthRecord) => new Date(madeAt * 1000).toISOString()

function creation(record: BirthRecord) {
  const { model, seed } = record.recipe
  return {
    action: 'c2pa.created',
    when: isoOf(record),
    digitalSourceType: sourceTypeOf(record.recipe),
    softwareAgent: { name: model.id, version: model.version },
    parameters: { ingredientIds: ['prompt', 'model'], 'verso.seed': seed },
  }
}

/** Made elsewhere: opened, and nothing said of its source, as nobody here has seen it. */
const opening = (record: BirthRecord) => ({
  action: 'c2pa.opened',
  when: isoOf(record),
  parameters: { ingredientIds: [RECEIVED] },
})

function madeFrom({ recipe }: BirthRecord) {
  const { id, version } = recipe.model
  return [
    {
      title: isSealedRecipe(recipe) ? 'Prompt, kept private: the salted hash of its words' : 'Prompt',
      format: 'text/plain',
      relationship: 'inputTo',
      instance_id: 'prompt',
      data: { format: 'text/plain', identifier: PROMPT_RESOURCE },
      data_types: [{ type: 'c2pa.types.generator.prompt' }],
    },
    {
      title: `${id} ${version}`,
      format: 'application/octet-stream',
      relationship: 'inputTo',
      instance_id: 'model',
      data_types: [{ type: 'c2pa.types.model' }],
    },
  ]
}

/**
 * What the C2PA builder is given for a picture.
 * @param source whether it was made here, or came with a history of its own and is an ingredient named `received`
 */
export function manifestDefinitionOf(record: BirthRecord, source: 'made' | 'received') {
  const isMade = source === 'made'
  return {
    claim_generator_info: [GENERATOR],
    title: record.title,
    assertions: [
      assertion('c2pa.actions.v2', { actions: [isMade ? creation(record) : opening(record)] }),
      miningAssertion(record),
      recipeAssertion(record),
    ],
    ingredients: isMade ? madeFrom(record) : [],
  }
}
