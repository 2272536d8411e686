import { isDeclared } from '#lib/protocol/brief-work.ts'
import type { Candidate } from '#lib/protocol/candidates.ts'
import { parseCanonical } from '#lib/protocol/canonical.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import { workPath } from '#lib/protocol/manifest.ts'
import { pictureHeaderOf } from '#lib/protocol/picture-header.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'
import { parseRecipe, type Recipe } from '#lib/protocol/recipe.ts'
import { said } from '#lib/protocol/said.ts'
import type { BundleFiles } from './bundle-files.ts'
import { checkBriefs } from './check-briefs.ts'
import { type CredentialsJudge, judgeCredentials } from './check-credentials.ts'
import { type CheckContext, compare, needs } from './context.ts'
import { type CheckLog, type CheckReport, startCheck } from './report.ts'
import type { SeenWork, SeenWorks } from './seen-works.ts'

type Works = { log: CheckLog; files: BundleFiles }

/**
 * Check 2: pictures, recipes and briefs that the bundle holds are those of the candidates. Files are read one after
 * another, and none is kept.
 */
export async function checkWorks(context: CheckContext): Promise<{ report: CheckReport; seen: SeenWorks }> {
  const log = startCheck('2', context.say)
  const core = needs(context, log, ['rules', 'roundId', 'candidates'])
  if (!core)
    return { report: log.done('the works cannot be checked'), seen: { works: [], credentials: 'not-read' } }
  const { rules, roundId, candidates } = core
  const { files } = context.core
  const credentials = judgeCredentials({ log, files, rules, roundId, read: context.credentials })
  const works: SeenWork[] = []
  for (const [index, candidate] of candidates.entries())
    works.push(await seeWork({ log, files }, { candidate, line: index + 1 }, credentials))
  await checkBriefs(context, log, { rules, roundId, works })
  const held = candidates.filter(({ contentHash, recipeHash }) => holds(files, [contentHash, recipeHash]))
  if (held.length > 0)
    log.attested(
      null,
      'recipe-claimed',
      'that these pictures came of these recipes is the word of who made them',
    )
  findMissing(context, log, candidates)
  const counts = { held: held.length, works: candidates.length }
  const signed = credentials.done()
  const report =
    signed === null
      ? log.done('{held} of {works} works are in this bundle', counts)
      : log.done('{held} of {works} works are in this bundle, {signed} signed below the root of this round', {
          ...counts,
          signed,
        })
  return { report, seen: { works, credentials: credentials.standing } }
}

const holds = ({ facts }: BundleFiles, hashes: readonly FileHash[]) =>
  hashes.every((hash) => facts.has(workPath(hash)))

async function seeWork(
  { log, files }: Works,
  { candidate, line }: Pick<SeenWork, 'candidate' | 'line'>,
  credentials: CredentialsJudge,
): Promise<SeenWork> {
  for (const { sha256 } of candidate.renditions) isWhole({ log, files }, sha256, 'rendition-hash')
  const recipe = readRecipe({ log, files }, candidate)
  const picture = isWhole({ log, files }, candidate.contentHash, 'content-hash')
    ? files.get(workPath(candidate.contentHash))
    : undefined
  if (picture) await checkPicture(log, { candidate, line }, picture)
  const mining = picture && (await credentials.judge(candidate, recipe, picture))
  return { candidate, line, recipe: recipe && termsIn(recipe), brief: null, mining }
}

/** What is kept of a recipe; its words are not. */
function termsIn({ template: _, traits: __, width: ___, height: ____, ...kept }: Recipe): SeenWork['recipe'] {
  return kept
}

/** Whether a file is here, and is the one that its name says; red when it is another. */
function isWhole({ log, files }: Works, hash: FileHash, code: string): boolean {
  const file = workPath(hash)
  const facts = files.facts.get(file)
  if (!facts) return false
  if (facts.sha256 === hash) return true
  log.red({ file }, code, 'the bytes have another hash than the name says')
  return false
}

async function checkPicture(
  log: CheckLog,
  { candidate, line }: Pick<SeenWork, 'candidate' | 'line'>,
  picture: Uint8Array,
): Promise<void> {
  const differs = (field: 'contentCid' | 'mime' | 'width', code: string, here: string, there: string) =>
    compare(log, { file: 'candidates.jsonl', line, field }, code, {
      what: field === 'width' ? said('the size') : field,
      here,
      there,
      source: said('the picture'),
    })
  differs('contentCid', 'content-cid', candidate.contentCid, await contentCidOf(picture))
  const header = pictureHeaderOf(picture)
  differs('mime', 'content-kind', candidate.mime, header?.mime ?? '-')
  if (header) differs('width', 'content-size', sidesOf(candidate), sidesOf(header))
}

/** The longer side first: an orientation tag turns a picture. */
const sidesOf = ({ width, height }: Pick<Candidate, 'width' | 'height'>) =>
  `${Math.max(width, height)} × ${Math.min(width, height)}`

function readRecipe({ log, files }: Works, { recipeHash, contentHash }: Candidate): Recipe | null {
  if (!isWhole({ log, files }, recipeHash, 'recipe-hash')) return null
  const file = workPath(recipeHash)
  const bytes = files.get(file)
  const recipe = bytes ? log.attempt({ file }, () => parseRecipe(parseCanonical(bytes))) : null
  if (!recipe) return null
  const other = recipe.inputs.find(({ role, sha256 }) => role === 'work' && sha256 !== contentHash)
  if (isDeclared(recipe) && other)
    log.red({ file, field: 'inputs' }, 'recipe-work', 'it is of the finished work {sha256}', other)
  if (recipe.parents.includes(contentHash))
    log.red({ file, field: 'parents' }, 'recipe-parent', 'the work would be its own parent')
  return recipe
}

/** Unknown while a winner cannot be looked at; what else is left out is only counted. */
function findMissing({ core }: CheckContext, log: CheckLog, candidates: readonly Candidate[]): void {
  const numbers = new Set((core.winners ?? core.result?.winners ?? []).map(({ number }) => number))
  const filesOf = ({ contentHash, recipeHash, renditions }: Candidate) => [
    contentHash,
    recipeHash,
    ...renditions.map(({ sha256 }) => sha256),
  ]
  const missing = candidates.filter((one) => numbers.has(one.number) && !holds(core.files, filesOf(one)))
  const [first] = missing
  if (!first) return
  const hash = filesOf(first).find((one) => !core.files.facts.has(workPath(one)))
  log.unknown(
    hash ? { file: workPath(hash) } : null,
    'needs-file',
    'picture, recipe or copies of {missing} of {winners} winners are not in this bundle; with works=winners they are',
    { missing: missing.length, winners: numbers.size },
  )
}
