import { canonicalText } from '#lib/protocol/canonical.ts'
import { LICENCES } from '#lib/protocol/licences.ts'
import type { Address, Bytes32, FileHash } from '#lib/protocol/primitives.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import { miningPreferenceOf } from '#lib/provenance/mining-preference.ts'
import type { Credentials } from '#lib/provenance/schema.ts'
import { sourceTypeOf } from '#lib/provenance/source-type.ts'

/** What is recorded of a work, as far as its file says something of it too. */
export type RecordedWork = {
  roundId: Bytes32
  chainId: number
  collection: Address
  creator: Address
  recipe: Recipe
  recipeHash: FileHash
  title: string
}

/** In what a file says something else than the record. */
export type Difference =
  | 'recipe'
  | 'creator'
  | 'round'
  | 'licence'
  | 'parents'
  | 'title'
  | 'model'
  | 'source'
  | 'prompt'
  | 'mining'

type Said = [Difference, said: unknown, recorded: unknown]

const CREATED = 'c2pa.created'

function ofRecipe({ recipe }: Credentials, recorded: RecordedWork): Said[] {
  if (!recipe) return [['recipe', null, recorded.recipeHash]]
  const { recipeHash, creator, round, chainId, collection, licence, parents = [] } = recipe
  return [
    ['recipe', recipeHash, recorded.recipeHash],
    ['creator', creator, recorded.creator],
    [
      'round',
      { round, chainId, collection },
      { round: recorded.roundId, chainId: recorded.chainId, collection: recorded.collection },
    ],
    ['licence', licence, recorded.recipe.licence],
    ['parents', parents, recorded.recipe.parents],
  ]
}

/** A file that was only opened here says nothing of how it was made. */
function ofMaking({ began, prompt }: Credentials, { recipe }: RecordedWork): Said[] {
  if (began?.action !== CREATED) return []
  const { id, version } = recipe.model
  return [
    ['model', { id: began.agent, version: began.agentVersion }, { id, version }],
    ['source', began.sourceType, sourceTypeOf(recipe)],
    ['prompt', prompt, recipe.template.text],
  ]
}

function ofMining({ mining }: Credentials, { recipe: { licence } }: RecordedWork): Said[] {
  if (!LICENCES.some(({ id }) => id === licence)) return []
  return [['mining', mining, miningPreferenceOf(licence).cawg]]
}

const tidy = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()

/** The title of the record is tidied, and cut where it is long. */
const isSameTitle = (said: string | null, recorded: string) =>
  said !== null && tidy(said).startsWith(tidy(recorded).replace(/…$/u, ''))

const isSame = (said: unknown, recorded: unknown) => {
  try {
    return canonicalText(said) === canonicalText(recorded)
  } catch {
    return false
  }
}

/** In what the credentials of a file that was signed here differ from the record of the work; none where all of it agrees. */
export function differencesFrom(said: Credentials, recorded: RecordedWork): Difference[] {
  const all = [...ofRecipe(said, recorded), ...ofMaking(said, recorded), ...ofMining(said, recorded)]
  const found = all.flatMap(([name, one, other]) => (isSame(one, other) ? [] : [name]))
  return isSameTitle(said.title, recorded.title) ? found : [...found, 'title']
}
