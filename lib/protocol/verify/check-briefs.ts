import { briefDigest, verifyBrief } from '#lib/protocol/brief.ts'
import { BRIEF_FILE_LIMIT, briefFileSchema } from '#lib/protocol/brief-file.ts'
import { parentOfBrief } from '#lib/protocol/brief-parent.ts'
import { declarationOf, declaredWorkOf, inputsOf } from '#lib/protocol/brief-work.ts'
import { canonicalText, parseCanonical } from '#lib/protocol/canonical.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { workPath } from '#lib/protocol/manifest.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { parseShape } from '#lib/protocol/shape.ts'
import type { Brief } from '#lib/protocol/typed-data.ts'
import { type CheckContext, compare } from './context.ts'
import type { CheckLog } from './report.ts'
import { type SeenWork, unnamedWorks } from './seen-works.ts'

type Round = { rules: Rules; roundId: Bytes32 }
type Signed = { brief: Brief; signature: string }

/** Red where a brief that a recipe names is not signed by the creator, or asks for something else; notes each in its works. */
export async function checkBriefs(
  context: CheckContext,
  log: CheckLog,
  { works, ...round }: Round & { works: readonly SeenWork[] },
): Promise<void> {
  const asked = new Map<Bytes32, SeenWork[]>()
  for (const work of works)
    if (work.recipe) asked.set(work.recipe.brief, [...(asked.get(work.recipe.brief) ?? []), work])
  if (asked.size === 0) return
  const { files } = context.core
  for (const file of unnamedWorks(context.core)) {
    if ((files.facts.get(file)?.bytes ?? 0) > BRIEF_FILE_LIMIT) continue
    const signed = briefIn(files.get(file))
    const made = signed && asked.get(briefDigest(round.rules, signed.brief))
    if (!signed || !made) continue
    for (const work of made) work.brief = { file, licence: signed.brief.licence }
    await checkSignature(log, file, round, signed)
    compareWorks(context, log, file, { brief: signed.brief, made })
  }
}

/** A signed brief, if a file is one; whatever else lies there is nobody's. */
function briefIn(bytes: Uint8Array | undefined): Signed | null {
  if (!bytes) return null
  try {
    const { brief, signature } = parseShape(briefFileSchema, parseCanonical(bytes), 'brief')
    return { brief, signature }
  } catch (error) {
    if (error instanceof ProtocolError) return null
    throw error
  }
}

async function checkSignature(log: CheckLog, file: string, round: Round, signed: Signed): Promise<void> {
  try {
    // When it was taken is not known: not before submissions opened.
    await verifyBrief({ ...round, ...signed, now: round.rules.submissionsOpenAt })
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    log.red({ file }, error.code, '{fault}', { fault: error.said })
  }
}

function compareWorks(
  { core }: CheckContext,
  log: CheckLog,
  file: string,
  { brief, made }: { brief: Brief; made: readonly SeenWork[] },
): void {
  if (made.length > brief.count)
    log.red({ file, field: 'count' }, 'brief-count', '{works} works of a brief for {count}', {
      works: made.length,
      count: brief.count,
    })
  const asked = log.attempt({ file, field: 'traits' }, () => {
    const parent = parentOfBrief(brief)
    const work = declaredWorkOf(brief)
    return {
      inputs: inputsOf(brief),
      parents: parent ? [parent] : [],
      ...(work && { ...declarationOf(work), seed: '0' }),
    }
  })
  for (const { candidate, line, recipe } of made) {
    const same = (
      place: { file: string; line?: number },
      code: string,
      what: string,
      here: unknown,
      there: unknown,
    ) => compare(log, { ...place, field: what }, code, { what, here, there, source: file })
    same({ file: 'candidates.jsonl', line }, 'brief-creator', 'creator', candidate.creator, brief.creator)
    const words = core.metadata?.[line - 1]
    if (words)
      same(
        { file: 'metadata.jsonl', line },
        'brief-royalty',
        'royaltyReceiver',
        words.royaltyReceiver,
        brief.royaltyReceiver,
      )
    if (!asked || !recipe) continue
    const place = { file: workPath(candidate.recipeHash) }
    for (const [what, value] of Object.entries(asked))
      same(
        place,
        'recipe-differs',
        what,
        canonicalText(recipe[what as keyof typeof asked]),
        canonicalText(value),
      )
  }
}
