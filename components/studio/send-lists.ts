import { readListText } from '#lib/protocol/allowlist-text.ts'
import { draftFaults, heldSeconds, type SentList, strategyOf, type VotesDraft } from './strategy-draft.ts'

export type VotesProblem = { title: string; next: string; code: string; fields: Record<string, string> }

/** Whether everything typed about votes is in order; the fields say what is not. */
export function isVotesSound({ own, rows, powerCap, heldDays }: VotesDraft): boolean {
  const isCap = powerCap.trim() === '' || /^(0|[1-9][0-9]{0,77})$/.test(powerCap.trim())
  if (!isCap || heldSeconds(heldDays).some(Number.isNaN)) return false
  if (!own) return true
  return rows.every(
    (row) =>
      Object.keys(draftFaults(row)).length === 0 &&
      (row.id !== 'merkle-allowlist' || (row.list.trim() !== '' && readListText(row.list).faultCount === 0)),
  )
}

async function sendList(community: string, text: string): Promise<SentList | VotesProblem> {
  const answer = await fetch(`/api/v1/communities/${community}/allowlists`, { method: 'POST', body: text })
  const body = await answer.json()
  if (answer.ok) return body
  return { title: body.title, next: body.next, code: body.code, fields: { strategies: body.title } }
}

type VotesInput = { strategies?: Record<string, unknown>[]; powerCap: string | null; heldSeconds: number[] }

/** Sends the lists of a draft and answers what the round is created with. */
export async function votesInput(
  votes: VotesDraft,
  community: string,
): Promise<{ ok: true; input: VotesInput } | ({ ok: false } & VotesProblem)> {
  const strategies: Record<string, unknown>[] = []
  for (const row of votes.own ? votes.rows : []) {
    const sent = row.id === 'merkle-allowlist' ? await sendList(community, row.list) : null
    if (sent && 'code' in sent) return { ok: false, ...sent }
    strategies.push(strategyOf(row, sent))
  }
  const input = {
    powerCap: votes.powerCap.trim() || null,
    heldSeconds: heldSeconds(votes.heldDays),
    ...(votes.own && { strategies }),
  }
  return { ok: true, input }
}
