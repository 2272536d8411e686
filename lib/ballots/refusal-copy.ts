import type { ProtocolCode } from '#lib/protocol/errors.ts'
import { refusals, refused } from '#messages/ballots/refusal-copy.ts'

type Copy = { title: string; next: string }

const COPY: Partial<Record<ProtocolCode, Copy>> = refusals

/** What a person reads when a ballot is refused. */
export function refusalCopy(code: ProtocolCode): Copy {
  return COPY[code] ?? refused
}
