import { communityStrategySchema } from '#lib/communities/schema.ts'
import type { Strategy } from '#lib/protocol/strategy.ts'
import * as words from '#messages/studio/strategy-draft.ts'

/** One source of votes as it is typed; fields that its kind does not have are kept, and left out. */
export type StrategyDraft = {
  key: number
  id: Strategy['id']
  chainId: string
  token: string
  tokenId: string
  cap: string
  root: 'none' | 'square'
  numerator: string
  denominator: string
  amount: string
  list: string
}

/** Votes of a round as they are typed. */
export type VotesDraft = {
  own: boolean
  rows: readonly StrategyDraft[]
  powerCap: string
  heldDays: string
}

const KIND_IDS = [
  'erc20-votes',
  'erc721-votes',
  'erc20-balance',
  'erc721-balance',
  'erc1155-balance',
  'merkle-allowlist',
  'fixed',
] as const satisfies readonly Strategy['id'][]

export const KINDS: readonly { value: Strategy['id']; label: string }[] = KIND_IDS.map((value) => ({
  value,
  label: words.kinds[value],
}))

/** Base units of a whole vote: tokens of 18 decimals count whole. */
const UNIT = '1000000000000000000'
const isCoin = (id: Strategy['id']) => id === 'erc20-votes' || id === 'erc20-balance'

export const readsToken = (id: Strategy['id']): boolean => id !== 'merkle-allowlist' && id !== 'fixed'

export function newDraft(key: number, chainId: number): StrategyDraft {
  return {
    key,
    id: 'erc20-votes',
    chainId: String(chainId),
    token: '',
    tokenId: '',
    cap: '',
    root: 'none',
    numerator: '1',
    denominator: UNIT,
    amount: '1',
    list: '',
  }
}

/** The same row of another kind: what counts as one vote follows, unless it was typed. */
export function withKind(draft: StrategyDraft, id: Strategy['id']): StrategyDraft {
  const typed = draft.denominator !== UNIT && draft.denominator !== '1'
  return { ...draft, id, denominator: typed ? draft.denominator : isCoin(id) ? UNIT : '1' }
}

/** Where a list stands once it was sent. */
export type SentList = { root: string; rows: number }

/** The strategy that a row stands for. */
export function strategyOf(draft: StrategyDraft, list: SentList | null): Record<string, unknown> {
  const { id, root, numerator, denominator } = draft
  if (id === 'fixed') return { id, version: '1', params: { amount: draft.amount.trim() } }
  const figures = {
    cap: draft.cap.trim() === '' ? null : draft.cap.trim(),
    root,
    numerator: numerator.trim(),
    denominator: denominator.trim(),
  }
  if (id === 'merkle-allowlist')
    return {
      id,
      version: '1',
      params: { ...figures, allowlistRoot: list?.root ?? '', rows: list?.rows ?? 0 },
    }
  const params = id === 'erc1155-balance' ? { ...figures, tokenId: draft.tokenId.trim() } : figures
  return { id, version: '1', chainId: Number(draft.chainId), token: draft.token, params }
}

const WORDS: Record<string, string> = words.needs

/** What is wrong with a row, by field; a list is judged where it is typed. */
export function draftFaults(draft: StrategyDraft): Record<string, string> {
  const stand: SentList = { root: `0x${'0'.repeat(64)}`, rows: 1 }
  const parsed = communityStrategySchema.safeParse(strategyOf(draft, stand))
  const names = parsed.error?.issues.map(({ path }) => String(path.at(-1))) ?? []
  return Object.fromEntries(names.map((name) => [name, WORDS[name] ?? words.notInOrder]))
}

const DAY = 86_400

/** Days before the snapshot, separated by commas or spaces, as seconds; NaN for what is none. */
export function heldSeconds(text: string): number[] {
  const days = text.split(/[\s,;]+/).filter((part) => part !== '')
  return days.map((part) => Math.round(Number(part) * DAY))
}
