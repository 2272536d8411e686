import { briefDigest } from '#lib/protocol/brief.ts'
import { briefFile } from '#lib/protocol/brief-file.ts'
import type { Files } from '#lib/protocol/bundle.ts'
import { fileHashOf, utf8 } from '#lib/protocol/bytes.ts'
import type { Candidate, Metadata } from '#lib/protocol/candidates.ts'
import { canonicalBytes, jsonLines, parseCanonical } from '#lib/protocol/canonical.ts'
import { licenceTextHash } from '#lib/protocol/licences.ts'
import { tokenPath, workPath } from '#lib/protocol/manifest.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import type { Brief } from '#lib/protocol/typed-data.ts'
import { signBrief } from './sample-facts.ts'
import type { SampleRound } from './sample-round.ts'
import { sampleBrief } from './sample-works.ts'

/** Files of the sample round in another form, and what checks 2 and 9 find in it: test support. */
export type Lie = {
  name: string
  /** By path; null leaves the file out. */
  edits: Record<string, Uint8Array | null>
  /** Red findings of checks 2 and 9: check and code, each once. */
  finds: string[]
}

const flipped = (bytes: Uint8Array, at: number) => bytes.with(at, (bytes[at] ?? 0) ^ 1)

type Entry = [name: string, edits: Lie['edits'], finds: string[]]

const NOTHING: FileHash = `sha256:${'5a'.repeat(32)}`

/** What a liar has at hand: one work of the sample, another one, and one by somebody else. */
function liarOf(round: SampleRound) {
  const { files, input } = round
  const { rules, candidates, metadata } = input
  const bytesOf = (path: string) => files.get(path) ?? new Uint8Array()
  // The largest picture is in no vector.
  const [work, other] = candidates.filter(({ height }) => height < 100) as [Candidate, Candidate]
  const stranger = candidates.find(({ creator }) => creator !== work.creator) as Candidate
  const recipeIn = ({ recipeHash }: Candidate) => parseCanonical(bytesOf(workPath(recipeHash))) as Recipe
  const recipe = recipeIn(work)
  const name = ['creator a', 'creator b'].find(
    (one) => sampleBrief(rules, round.roundId, one).creator === work.creator,
  )
  if (!name) throw new Error('the sample has two creators')
  const withCandidate = (change: Partial<Candidate>) => ({
    'candidates.jsonl': jsonLines(candidates.map((row) => (row === work ? { ...row, ...change } : row))),
  })
  const withRecipe = (bytes: Uint8Array) => ({
    [workPath(fileHashOf(bytes))]: bytes,
    ...withCandidate({ recipeHash: fileHashOf(bytes) }),
  })
  const recipeWith = (change: Partial<Recipe>) => withRecipe(canonicalBytes({ ...recipe, ...change }))
  return {
    ...{ files, rules, work, other, stranger, recipe, bytesOf, withCandidate, withRecipe, recipeWith },
    strangersRecipe: recipeIn(stranger),
    withMetadata: (change: Partial<Metadata>) => ({
      'metadata.jsonl': jsonLines(
        metadata.map((row) => (row.number === work.number ? { ...row, ...change } : row)),
      ),
    }),
    withRules: (change: Partial<Rules>) => ({ 'rules.json': canonicalBytes({ ...rules, ...change }) }),
    withBrief: async (change: Partial<Brief>, signer = name, made: Partial<Recipe> = {}) => {
      const asked = { ...sampleBrief(rules, round.roundId, name), ...change }
      const file = briefFile(asked, await signBrief(rules, signer, asked))
      const brief = briefDigest(rules, asked)
      return { [workPath(fileHashOf(file))]: file, ...recipeWith({ ...made, brief }) }
    },
    flip: (hash: FileHash, at: number) => ({
      [workPath(hash)]: flipped(bytesOf(workPath(hash)), at),
    }),
  }
}
type Liar = ReturnType<typeof liarOf>

function lieOfPictures({ work, other, flip, withCandidate }: Liar): Entry[] {
  return [
    ['as it is', {}, []],
    ['a byte of a picture', flip(work.contentHash, 2000), ['2 content-hash']],
    ['a byte of a recipe', flip(work.recipeHash, 40), ['2 recipe-hash']],
    ['a byte of a smaller copy', flip(work.renditions[0]?.sha256 ?? NOTHING, 60), ['2 rendition-hash']],
    ['the address of another picture', withCandidate({ contentCid: other.contentCid }), ['2 content-cid']],
    ['another kind of picture', withCandidate({ mime: 'image/webp' }), ['2 content-kind']],
    ['other sides', withCandidate({ width: work.width + 1 }), ['2 content-size']],
    ['the sides turned', withCandidate({ width: work.height, height: work.width }), []],
  ]
}

function lieOfRecipes({ work, other, recipe, strangersRecipe, withRecipe, recipeWith }: Liar): Entry[] {
  return [
    ['a recipe of another shape', withRecipe(utf8('{"seed":"1"}')), ['2 schema-invalid']],
    [
      'a recipe in another spelling',
      withRecipe(utf8(JSON.stringify(recipe, null, 1))),
      ['2 json-not-canonical'],
    ],
    [
      'the recipe of somebody else’s work',
      withRecipe(canonicalBytes({ ...strangersRecipe, seed: '1' })),
      ['2 brief-count', '2 brief-creator', '2 brief-royalty'],
    ],
    [
      'the recipe of another finished work',
      recipeWith({ inputs: [{ role: 'work', sha256: other.contentHash }] }),
      ['2 recipe-differs', '2 recipe-work'],
    ],
    [
      'a work that is its own parent',
      recipeWith({ parents: [work.contentHash] }),
      ['2 recipe-differs', '2 recipe-parent'],
    ],
    ['a parent that the brief does not name', recipeWith({ parents: [NOTHING] }), ['2 recipe-differs']],
  ]
}

/** A brief and a recipe for a finished work. */
const broughtBy = (withBrief: Liar['withBrief'], { contentHash }: Candidate, model: Recipe['model']) =>
  withBrief({ traits: `Work: ${contentHash}; Model: Kiln 3; Seed: 7`, count: 1 }, undefined, {
    inputs: [{ role: 'work', sha256: contentHash }],
    parameters: { seed: '7' },
    seed: '0',
    model,
  })

async function lieOfBriefs({ files, rules, recipe, work, other, withBrief }: Liar): Promise<Entry[]> {
  const brief = [...files.keys()].find(isBriefOf(files, rules, recipe)) ?? ''
  return [
    ['a brief that nobody gives away', { [brief]: null }, []],
    ['a brief that somebody else signed', await withBrief({}, 'mallory'), ['2 signature-mismatch']],
    ['a brief of another round', await withBrief({ round: `0x${'77'.repeat(32)}` }), ['2 brief-round']],
    [
      'a brief under another licence',
      await withBrief({ licence: 'CC-BY-4.0' }),
      ['2 brief-licence', '9 licence-differs'],
    ],
    ['a brief with the hash of another prompt', await withBrief({ prompt: 'Sand' }), ['2 brief-prompt']],
    [
      'a brief that had ended before the round began',
      await withBrief({ deadline: String(rules.submissionsOpenAt - 1) }),
      ['2 brief-expired'],
    ],
    [
      'a brief for variations',
      await withBrief({ traits: `Parent: ${other.contentHash}` }),
      ['2 recipe-differs'],
    ],
    [
      'a finished work, declared as its brief says, but for the model',
      await broughtBy(withBrief, work, { id: 'another', version: 'unknown', weightsHash: null }),
      ['2 recipe-differs'],
    ],
    [
      'a finished work, declared as its brief says',
      await broughtBy(withBrief, work, { id: 'Kiln 3', version: 'unknown', weightsHash: null }),
      [],
    ],
    [
      'a brief that names two works',
      await withBrief({ traits: `Work: ${NOTHING}; Work: ${NOTHING}` }),
      ['2 brief-work'],
    ],
  ]
}

function lieOfLicences({ rules, stranger, bytesOf, withMetadata, withRules, recipeWith }: Liar): Entry[] {
  const token = parseCanonical(bytesOf(tokenPath(1))) as object
  const named = (id: string) => ({ id, textHash: licenceTextHash(id) })
  return [
    ['a royalty for somebody else', withMetadata({ royaltyReceiver: stranger.creator }), ['2 brief-royalty']],
    ['metadata under another licence', withMetadata({ licence: 'CC-BY-4.0' }), ['9 licence-differs']],
    ['a recipe under another licence', recipeWith({ licence: 'CC-BY-4.0' }), ['9 licence-differs']],
    [
      'a token under another licence',
      { [tokenPath(1)]: canonicalBytes({ ...token, license: 'CC-BY-4.0' }) },
      ['9 licence-differs'],
    ],
    [
      'a token with another text of the licence',
      {
        [tokenPath(1)]: canonicalBytes({ ...token, licenseRef: { id: rules.licence.id, textHash: NOTHING } }),
      },
      ['9 licence-differs'],
    ],
    [
      'rules with another text of the licence',
      withRules({ licence: { id: rules.licence.id, textHash: NOTHING } }),
      ['2 brief-round', '9 licence-differs', '9 licence-text'],
    ],
    [
      'rules under another licence',
      withRules({ licence: named('CC-BY-NC-4.0') }),
      ['2 brief-round', '9 licence-differs'],
    ],
    [
      'a model for no commercial use',
      recipeWith({ model: { id: 'sd_xl_turbo_1.0.safetensors', version: 'latest', weightsHash: null } }),
      ['9 licence-conflict'],
    ],
    [
      'a model that nobody knows',
      recipeWith({ model: { id: 'somebody/something', version: '1', weightsHash: null } }),
      [],
    ],
    [
      'works below the gate of sizes',
      withRules({ gates: [{ id: 'size', version: '1', threshold: 512 }] }),
      ['2 brief-round', '9 gate-failed'],
    ],
  ]
}

/** What somebody who owns the server can write about works, and what is found. */
export async function sampleLies(round: SampleRound): Promise<Lie[]> {
  const liar = liarOf(round)
  const lies = [
    ...lieOfPictures(liar),
    ...lieOfRecipes(liar),
    ...(await lieOfBriefs(liar)),
    ...lieOfLicences(liar),
  ]
  return lies.map(([name, edits, finds]) => ({ name, edits, finds }))
}

const isBriefOf = (files: Files, rules: Rules, recipe: Recipe) => (path: string) => {
  const bytes = files.get(path)
  if (!path.startsWith('works/') || !bytes || bytes[0] !== 0x7b) return false
  const value = parseCanonical(bytes) as { brief?: Brief | string }
  return typeof value.brief === 'object' && briefDigest(rules, value.brief) === recipe.brief
}

/** The sample round with those files in it. */
export function withEdits(files: Files, edits: Lie['edits']): Files {
  const changed = new Map(files)
  for (const [path, bytes] of Object.entries(edits)) bytes ? changed.set(path, bytes) : changed.delete(path)
  return changed
}
