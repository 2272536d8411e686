import { candidateRootOf, metadataHashOf, orderHashOf } from '#lib/protocol/candidates.ts'
import { said } from '#lib/protocol/said.ts'
import { type CheckContext, chainOf, compare, needs } from './context.ts'
import { type CheckReport, startCheck } from './report.ts'

/** Check 3: the candidates stand in the order nobody chose, with their metadata, under the root that was anchored. */
export function checkCandidates(context: CheckContext): CheckReport {
  const log = startCheck('3', context.say)
  const core = needs(context, log, ['rules', 'roundId', 'candidates', 'metadata', 'evidence'])
  if (!core) return log.done('the candidates cannot be checked')
  const { rules, roundId, candidates, metadata, evidence } = core
  const file = 'candidates.jsonl'
  let before = ''
  candidates.forEach((candidate, index) => {
    const place = { file, line: index + 1, field: 'number' }
    const order = orderHashOf(roundId, candidate.contentHash)
    if (candidate.number !== index + 1)
      log.red(place, 'candidates-numbering', 'stands at place {place}', { place: index + 1 })
    if (order <= before) log.red(place, 'candidates-numbering', 'not in the order that the round gives')
    before = order
    const words = metadata[index]
    if (words?.number !== candidate.number)
      log.red({ file: 'metadata.jsonl', line: index + 1 }, 'metadata-missing', 'no metadata of #{number}', {
        number: candidate.number,
      })
    else if (metadataHashOf(words) !== candidate.metadataHash)
      log.red({ file: 'metadata.jsonl', line: index + 1 }, 'metadata-hash', 'not what metadataHash covers')
  })
  for (let line = candidates.length; line < metadata.length; line += 1)
    log.red({ file: 'metadata.jsonl', line: line + 1 }, 'metadata-foreign', 'belongs to no candidate')
  if (candidates.length > rules.limits.maxCandidates)
    log.red({ file }, 'candidates-too-many', 'the rules allow {maxCandidates}', {
      maxCandidates: rules.limits.maxCandidates,
    })
  const { blockTime } = evidence.opening.anchor
  if (blockTime >= rules.opensAt) {
    const place = { file: 'evidence.json', field: 'opening.anchor.blockTime' }
    log.red(place, 'opened-late', 'the candidates were anchored after voting began')
  }
  const root = log.attempt({ file }, () => candidateRootOf(candidates))
  const chain = chainOf(context, log)
  if (chain) {
    const source = said('the chain')
    const { candidateRoot, candidateCount } = chain.facts
    compare(log, { file }, 'candidate-root', {
      what: 'candidateRoot',
      here: root,
      there: candidateRoot,
      source,
    })
    const count = {
      what: said('the number of candidates'),
      here: candidates.length,
      there: candidateCount,
      source,
    }
    compare(log, { file }, 'candidate-count', count)
  }
  return log.done('{candidates} candidates under {root}', {
    candidates: candidates.length,
    root: String(root),
  })
}
