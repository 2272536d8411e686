import { isDeclared } from '#lib/protocol/brief-work.ts'
import { canonicalText, parseCanonical } from '#lib/protocol/canonical.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { LICENCES, licenceTextHash } from '#lib/protocol/licences.ts'
import { workPath } from '#lib/protocol/manifest.ts'
import { MINING_USES, miningUseOf } from '#lib/protocol/mining-use.ts'
import { termsBar, termsOfModel } from '#lib/protocol/model-licences.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { said } from '#lib/protocol/said.ts'
import { type CheckContext, compare, DIFFERS, needs } from './context.ts'
import { type CheckLog, type CheckReport, type Place, startCheck } from './report.ts'
import type { SeenWork, SeenWorks } from './seen-works.ts'

/** Check 9: one licence everywhere, which everything that a work is made of allows; gates as far as records tell. */
export function checkLicence(context: CheckContext, { works }: SeenWorks): CheckReport {
  const log = startCheck('9', context.say)
  const core = needs(context, log, ['rules', 'candidates', 'metadata'])
  if (!core) return log.done('the licence cannot be checked')
  const { rules, metadata } = core
  const { id } = rules.licence
  const same = (place: Place, here: unknown) =>
    compare(log, place, 'licence-differs', {
      what: said('the licence'),
      here,
      there: id,
      source: 'rules.json',
    })
  metadata.forEach(({ licence }, index) => {
    same({ file: 'metadata.jsonl', line: index + 1, field: 'licence' }, licence)
  })
  compareDocuments(context, log, rules)
  for (const { candidate, recipe, brief } of works) {
    if (recipe) same({ file: workPath(candidate.recipeHash), field: 'licence' }, recipe.licence)
    if (brief) same({ file: brief.file, field: 'brief.licence' }, brief.licence)
  }
  if (isKnown(log, rules)) judgeTerms(log, rules, works)
  judgeGates(log, rules, core.candidates)
  const recipes = works.filter(({ recipe }) => recipe).length
  return log.done('{id}, {recipes} recipes', { id, recipes })
}

/** Whether this version knows the licence; red when it knows another text under that name. */
function isKnown(log: CheckLog, { licence }: Rules): boolean {
  if (!LICENCES.some(({ id }) => id === licence.id)) {
    log.unknown({ file: 'rules.json', field: 'licence.id' }, 'licence-unknown', 'no licence {id}', {
      id: licence.id,
    })
    return false
  }
  compare(log, { file: 'rules.json', field: 'licence.textHash' }, 'licence-text', {
    what: 'textHash',
    here: licence.textHash,
    there: licenceTextHash(licence.id),
    source: said('the text of {id}', { id: licence.id }),
  })
  return true
}

/** What check 7b compares byte for byte once a recount is possible; here only the licence, in any case. */
function compareDocuments({ core: { files } }: CheckContext, log: CheckLog, { licence }: Rules): void {
  for (const file of files.facts.keys()) {
    if (!file.startsWith('tokens/')) continue
    const document = documentIn(files.get(file))
    if (!document) continue
    const pairs: [string, unknown, unknown][] = [
      ['license', document.license, licence.id],
      ['licenseRef', document.licenseRef, licence],
    ]
    for (const [field, here, there] of pairs)
      compare(log, { file, field }, 'licence-differs', {
        what: field,
        here: here === undefined ? '-' : canonicalText(here),
        there: canonicalText(there),
        source: 'rules.json',
      })
  }
}

function documentIn(bytes: Uint8Array | undefined): Record<string, unknown> | null {
  try {
    const value = bytes && parseCanonical(bytes)
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isRecord ? (value as Record<string, unknown>) : null
  } catch (error) {
    if (error instanceof ProtocolError) return null
    throw error
  }
}

/** The gate of licences again, as it is set in every round: terms that nobody knows are somebody's word. */
function judgeTerms(log: CheckLog, rules: Rules, works: readonly SeenWork[]): void {
  const { id } = rules.licence
  const hung = new Set(works.map(({ candidate }) => candidate.contentHash))
  const unknown = new Set<string>()
  let others = 0
  for (const { candidate, recipe, mining } of works) {
    if (mining !== undefined) compareMining(log, id, workPath(candidate.contentHash), mining)
    if (!recipe) continue
    const { model, loras, inputs, parents } = recipe
    const terms = termsOfModel(isDeclared(recipe) ? '' : model.id)
    const because = termsBar(terms, { licence: id, outputs: 'any' })
    if (because)
      log.red(
        { file: workPath(candidate.recipeHash), field: 'model.id' },
        'licence-conflict',
        '{model} is had under {terms}, and the round promises {id}: {because}',
        { model: model.id, terms: terms.licence, id, because },
      )
    if (terms.outputs === 'unknown') unknown.add(model.id)
    // A parent of this round is under its licence; of others nobody says here.
    others += loras.length + inputs.length + parents.filter((hash) => !hung.has(hash)).length
  }
  if (unknown.size > 0)
    log.attested(null, 'terms-unknown', 'the terms of {count} models are not known: {models}', {
      count: unknown.size,
      models: [...unknown].slice(0, MODELS_NAMED),
    })
  if (others > 0)
    log.attested(null, 'terms-unknown', 'of {others} LoRAs, files and parents nothing here says the terms', {
      others,
    })
}

const MODELS_NAMED = 5

function compareMining(
  log: CheckLog,
  id: string,
  file: string,
  mining: NonNullable<SeenWork['mining']> | null,
): void {
  const there = canonicalText(Object.fromEntries(MINING_USES.map((name) => [name, miningUseOf(id)])))
  const here = mining === null ? '-' : JSON.stringify(sorted(mining))
  if (here === there) return
  const pair = { what: said('what machines may learn'), here: here.slice(0, MOST_SHOWN), there }
  log.red({ file, field: 'cawg.training-mining' }, 'mining-differs', DIFFERS, {
    ...pair,
    source: said('the text of {id}', { id }),
  })
}

/** A picture may say as much as it likes. */
const MOST_SHOWN = 400

/** Keys in the order of canonical JSON; a file of somebody else may hold what has no canonical spelling. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const rows = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(rows.map(([key, inner]) => [key, sorted(inner)]))
}

/** Sides stand in the records, so the gate of sizes can be judged again; the others saw pixels. */
function judgeGates(log: CheckLog, { gates }: Rules, candidates: readonly SeenWork['candidate'][]): void {
  const isSize = ({ id, version }: Rules['gates'][number]) => id === 'size' && version === '1'
  for (const { threshold } of gates.filter(isSize))
    for (const [index, { number, width, height }] of candidates.entries()) {
      if (Math.min(width, height) >= threshold) continue
      log.red(
        { file: 'candidates.jsonl', line: index + 1, field: 'width' },
        'gate-failed',
        'the shorter side of #{number} has {side} pixels, and the gate asks for {threshold}',
        { number, side: Math.min(width, height), threshold },
      )
    }
  const others = gates.filter((gate) => !isSize(gate)).map(({ id }) => id)
  if (others.length > 0)
    log.attested(null, 'gates-claimed', 'that each work passed {gates} is the word of the operator', {
      gates: others,
    })
}
