import { formatMoment } from '#components/ui/moment.ts'
import * as words from '#messages/voting/log-words.ts'
import type { HeadLine, LogView } from './log-follower.ts'

/** The first thing that is wrong with the log; null when everything holds. */
export function logFault({ fault, lines, onChain }: LogView): string | null {
  if (fault) return `${fault}.`
  const head = lines.findLast((line) => line.fault)
  if (head?.fault) return words.headFault(head.size, head.fault)
  const anchor = lines.findLast((line) => line.anchor && !line.anchor.equal)
  if (anchor) return words.otherAnchor(anchor.size)
  if (onChain && !onChain.equal) return words.otherOnChain(onChain.size)
  return null
}

/** Whether the root of all leaves is the one that operator and chain name. */
export function rootHolds({ fault, lines, size, onChain }: LogView): boolean {
  const newest = lines.find((line) => line.size === size)
  const chain = onChain?.size === size ? onChain.equal : true
  return fault === null && chain && newest?.fault === null && newest.anchor?.equal !== false
}

/** Heads that do not hold, by size. */
export const brokenHeads = ({ lines }: LogView): Set<number> =>
  new Set(lines.flatMap(({ size, fault, anchor }) => (fault || anchor?.equal === false ? [size] : [])))

/** The one sentence of the page. */
export function logStatement(view: LogView): string {
  return logFault(view) ? words.notAsHeadsSay : words.holds(view.size)
}

/** What was computed here, and from what. */
export function logText(view: LogView): string {
  const fault = logFault(view)
  if (fault) return fault
  const signed = view.lines.filter(({ signedAt }) => signedAt !== null).length
  const anchors = view.lines.filter(({ anchor }) => anchor !== null).length
  return words.computed({ leaves: view.size, signed, anchors })
}

/** When a head was signed; an anchor beyond the listed heads has the time of its block. */
export const headMoment = ({ signedAt, anchor }: HeadLine): string => {
  const at = signedAt ?? anchor?.time
  return at === undefined ? '' : formatMoment(at * 1000, { short: true, seconds: true })
}

/** What a picture of the tree says in words. */
export function treeWords(view: LogView, own: number | null): string {
  const newest = view.lines[0]
  const anchored = view.lines.find(({ anchor }) => anchor !== null)
  const parts = [
    words.tree(view.size),
    newest && words.newestHead(newest.size),
    anchored && words.lastOnChain(anchored.size),
    own !== null && own < view.size && words.own(own + 1),
  ]
  return parts.filter(Boolean).join(' ')
}
