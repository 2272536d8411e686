import type { BriefFormValues } from './brief-input.ts'

const KEY = 'verso.brief'
/** What one creator writes again and again; it stays when the brief is signed. */
const OWN_KEY = 'verso.brief.own'

type Place = { roundId: string; parent?: string | undefined }
type Store = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = ({ roundId, parent }: Place) => (parent ? `${KEY}.${roundId}.${parent}` : `${KEY}.${roundId}`)

function readFrom(store: Store, key: string): BriefFormValues {
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
export function readDraft(store: Store, place: Place, begin: BriefFormValues = {}): BriefFormValues {
  return { ...readFrom(store, OWN_KEY), ...begin, ...readFrom(store, keyOf(place)) }
}

export function keepDraft(store: Store, place: Place, values: BriefFormValues): void {
  const { creatorName, royaltyReceiver, provider } = values
  try {
    store().setItem(keyOf(place), JSON.stringify(values))
    store().setItem(OWN_KEY, JSON.stringify({ creatorName, royaltyReceiver, provider }))
  } catch {
    // The device keeps nothing; the page does.
  }
}

/** The brief is signed and taken: the next one begins empty. */
export function dropDraft(store: Store, place: Place): void {
  try {
    store().removeItem(keyOf(place))
  } catch {
    // As above.
  }
}
