import {
  type BallotDraft,
  type DraftAnswer,
  draftAnswerSchema,
  staleDraftSchema,
} from '#lib/ballots/drafts/schema.ts'
import * as text from '#messages/voting/drafts/draft-api.ts'

export type Refused = { code: string; title: string; next: string }

export type DraftAnswered =
  | { kind: 'kept' | 'stale'; stored: DraftAnswer }
  /** Nobody is signed in, or somebody else. */
  | { kind: 'signed-out' }
  | { kind: 'refused'; refused: Refused }
  | { kind: 'unreached' }

export type DraftApi = {
  read: () => Promise<DraftAnswered>
  save: (sent: { address: string; base: number; draft: BallotDraft }) => Promise<DraftAnswered>
  forget: () => Promise<DraftAnswered>
}

const SIGNED_OUT = new Set(['not-signed-in', 'not-yours'])

async function answered(response: Response): Promise<DraftAnswered> {
  if (response.status >= 500) return { kind: 'unreached' }
  const body: Partial<Refused> = await response.json()
  if (response.ok) return { kind: 'kept', stored: draftAnswerSchema.parse(body) }
  const { code = 'draft-refused', title = text.notTaken, next = '' } = body
  if (code === 'draft-stale') return { kind: 'stale', stored: staleDraftSchema.parse(body).stored }
  return SIGNED_OUT.has(code) ? { kind: 'signed-out' } : { kind: 'refused', refused: { code, title, next } }
}

/** The instance's side of a draft; what cannot be reached or read is an answer too. */
export function draftApi(roundId: string): DraftApi {
  const ask = async (method: 'GET' | 'PUT' | 'DELETE', sent?: object): Promise<DraftAnswered> => {
    try {
      const response = await fetch(`/api/v1/rounds/${roundId}/draft`, {
        method,
        cache: 'no-store',
        // Whoever picks and leaves at once has it saved all the same.
        keepalive: method === 'PUT',
        ...(sent && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) }),
      })
      return await answered(response)
    } catch {
      return { kind: 'unreached' }
    }
  }
  return { read: () => ask('GET'), save: (sent) => ask('PUT', sent), forget: () => ask('DELETE') }
}
