import { leafOf } from '#bench/ballots/signed-ballots.ts'
import type { VerifiedBallot } from '#lib/protocol/ballot.ts'
import { taggedHash, utf8 } from '#lib/protocol/bytes.ts'
import { jsonLines } from '#lib/protocol/canonical.ts'
import { leafBytes } from '#lib/protocol/leaf.ts'
import { leafHashOf } from '#lib/protocol/log-tree.ts'
import { METHODS } from '#lib/protocol/methods/registry.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { OPENS, sampleChoiceContext } from '#lib/protocol/verify/sample-facts.ts'
import { answerOrders } from '#scripts/threads/answer-orders.ts'

export type SignTask = {
  round: { rules: Rules; roundId: Bytes32; candidateRoot: Bytes32 }
  first: number
  count: number
  of: { ballots: number; voters: number; works: number }
}
export type Signed = {
  text: Uint8Array<ArrayBuffer>
  rows: {
    hash: Bytes32
    acceptedAt: number
    ballot: Pick<VerifiedBallot, 'voter' | 'sequence' | 'numbers' | 'values'>
  }[]
}

/** Three works by a fixed rule, ascending. */
function choicesOf(index: number, works: number): string {
  const draw = taggedHash('bench-choices', utf8(String(index)))
  const numbers = new Set([0, 2, 4].map((at) => 1 + (((draw[at] ?? 0) * 256 + (draw[at + 1] ?? 0)) % works)))
  const ascending = [...numbers].toSorted((a, b) => a - b)
  return ascending.map((number) => `#${number}`).join(' ')
}

function sign({ round, first, count, of }: SignTask): Signed {
  const leaves = Array.from({ length: count }, (_, offset) => {
    const index = first + offset
    const at = OPENS + 60 + Math.floor((index * 80_000) / of.ballots)
    const note = index % 8 === 0 ? 'The second ink keeps out of the way.' : ''
    const sequence = 1 + Math.floor(index / of.voters)
    const cast = {
      voter: `voter ${index % of.voters}`,
      choices: choicesOf(index, of.works),
      sequence,
      at,
      note,
    }
    return leafOf(round, cast, index)
  })
  const context = sampleChoiceContext({ maxChoices: 3 }, of.works)
  const rows = leaves.map((leaf) => ({
    hash: leafHashOf(leafBytes(leaf)),
    acceptedAt: leaf.acceptedAt,
    ballot: {
      voter: leaf.ballot.voter,
      sequence: BigInt(leaf.ballot.sequence),
      ...METHODS.approval.parse(leaf.ballot.choices, context),
    },
  }))
  return { text: new Uint8Array(jsonLines(leaves)), rows }
}

answerOrders(sign, ({ text }) => [text.buffer])
