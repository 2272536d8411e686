import { blank } from './gates/blank.ts'
import { decodes } from './gates/decodes.ts'
import { exactDuplicate } from './gates/exact-duplicate.ts'
import { size } from './gates/size.ts'
import type { Submission } from './picture.ts'
import type { Gate, GateRule, Verdict } from './schema.ts'

/** Every gate by id, in the order in which they judge. */
export const GATES: readonly Gate[] = [decodes, size, blank, exactDuplicate]

/** Gates that hold in every round: a record needs a size, and a work hangs once. */
const ALWAYS = [decodes, exactDuplicate]

/** What a new round copies into its rules. */
export const DEFAULT_GATES: readonly GateRule[] = GATES.map(({ id, version, defaultThreshold }) => ({
  id,
  version,
  threshold: defaultThreshold,
}))

/** The gates of a round that this version does not have; a round with one cannot admit anything. */
export function unknownGates(rules: readonly GateRule[]): GateRule[] {
  return rules.filter((rule) => !GATES.some(({ id, version }) => id === rule.id && version === rule.version))
}

function rulesOf(rules: readonly GateRule[]): { gate: Gate; threshold: number }[] {
  return GATES.flatMap((gate) => {
    const rule = rules.find(({ id }) => id === gate.id)
    if (rule) return [{ gate, threshold: rule.threshold }]
    return ALWAYS.includes(gate) ? [{ gate, threshold: gate.defaultThreshold }] : []
  })
}

/** Judges a picture by the gates of its round, in order; what needs pixels is left out when there are none. */
export function judge(submission: Submission, rules: readonly GateRule[]): Verdict[] {
  return rulesOf(rules)
    .filter(({ gate }) => submission.pixels !== null || !gate.needsPixels)
    .map(({ gate, threshold }) => ({
      gate: gate.id,
      version: gate.version,
      inputHash: gate.inputHash(submission),
      threshold,
      ...gate.judge(submission, threshold),
    }))
}
