import type { BriefFormValues } from './brief-input.ts'
import type { WorkFormValues } from './work-input.ts'

const KEY = 'verso.brief'
/** What one creator writes again and again; it stays when the brief is signed. */
const OWN_KEY = 'verso.brief.own'

/** One form of one round; a work that is varied, or brought, has a form of its own. */
export type DraftPlace = { roundId: string; parent?: string | undefined }
type Values = BriefFormValues & WorkFormValues
type Store = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = ({ roundId, parent }: DraftPlace) =>
  parent ? `${KEY}.${roundId}.${parent}` : `${KEY}.${roundId}`

function readFrom(store: Store, key: string): Values {
  try {
    const read: unknown = JSON.parse(store().getItem(key) ?? '{}')
    return read && typeof read === 'object' ? read : {}
  } catch {
    return {}
  }
}

/**
 * What was typed on this device and is not signed yet; variations of each work have a draft of their own.
 * @param begin what an untouched form holds
 */
export function readDraft(store: Store, place: DraftPlace, begin: BriefFormValues = {}): Values {
  return { ...readFrom(store, OWN_KEY), ...begin, ...readFrom(store, keyOf(place)) }
}

export function keepDraft(store: Store, place: DraftPlace, values: Values): void {
  const before = readFrom(store, OWN_KEY)
  const { creatorName, royaltyReceiver, provider = before.provider } = values
  try {
    store().setItem(keyOf(place), JSON.stringify(values))
    store().setItem(OWN_KEY, JSON.stringify({ creatorName, royaltyReceiver, provider }))
  } catch {
    // The device keeps nothing; the page does.
  }
}

/** The brief is signed and taken: the next one begins empty. */
export function dropDraft(store: Store, place: DraftPlace): void {
  try {
    store().removeItem(keyOf(place))
  } catch {
    // As above.
  }
}
