import path from 'node:path'
import { sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import { describeFraud } from '#lib/protocol/verify/fraud-evidence.ts'
import { writeDurably } from './durable-file.ts'
import type { InstanceRound } from './instance-api.ts'
import type { Found } from './watched-round.ts'

/**
 * All that somebody else needs to check a fraud and to act on it. Of a receipt it has the place and the path, not the
 * ballot: what a voter chose stays theirs.
 */
function evidenceOf(found: Found, round: InstanceRound, seen: { instance: string; at: number }) {
  const { fraud, steps, later, receipt, nodes } = found
  const { denied, by } = fraud
  return {
    format: 'verso-watch-evidence/1',
    kind: fraud.kind,
    says: describeFraud(fraud),
    round: round.id,
    title: round.rules.title,
    chainId: round.rules.chainId,
    collection: round.rules.collection,
    instance: seen.instance,
    foundAt: seen.at,
    heads: by && 'head' in by ? [denied, by] : [denied],
    sealed: by && 'size' in by ? by : null,
    receipt: receipt && {
      leafIndex: receipt.receipt.leafIndex,
      leafHash: receipt.leafHash,
      path: receipt.receipt.path,
    },
    /** Of the second head: RFC 9162, 2.1.4, first node written out. They give its root, and not that of the first. */
    nodes,
    calls: steps,
    later,
  }
}

/** Writes the evidence of a fraud and answers the file's path. */
export async function writeEvidence(
  folder: string,
  found: Found,
  round: InstanceRound,
  seen: { instance: string; at: number },
): Promise<string> {
  const name = sha256Bytes32(utf8(`${round.id} ${found.key}`)).slice(2, 10)
  const file = path.resolve(folder, `verso-${round.id.slice(2, 10)}-${found.fraud.kind}-${name}.json`)
  await writeDurably(file, `${JSON.stringify(evidenceOf(found, round, seen), null, 2)}\n`)
  return file
}
