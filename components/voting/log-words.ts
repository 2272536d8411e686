import { formatMoment } from '#components/ui/moment.ts'
import type { HeadLine, LogView } from './log-follower.ts'

const count = (number: number, one: string, many: string) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`

/** The first thing that is wrong with the log; null when everything holds. */
export function logFault({ fault, lines, onChain }: LogView): string | null {
  if (fault) return `${fault}.`
  const head = lines.findLast((line) => line.fault)
  if (head) return `Head ${head.size.toLocaleString('en')}: ${head.fault}.`
  const anchor = lines.findLast((line) => line.anchor && !line.anchor.equal)
  if (anchor) return `The head of ${anchor.size.toLocaleString('en')} leaves on chain is not of this log.`
  if (onChain && !onChain.equal)
    return `The chain has a head of ${onChain.size.toLocaleString('en')} leaves that these leaf hashes do not make.`
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
  if (logFault(view)) return 'The log is not what its heads say.'
  return view.size === 1
    ? 'One ballot is in the log.'
    : `${count(view.size, 'ballot', 'ballots')} are in the log.`
}

/** What was computed here, and from what. */
export function logText(view: LogView): string {
  const fault = logFault(view)
  if (fault) return fault
  const heads = view.lines.filter(({ signedAt }) => signedAt !== null).length
  const anchors = view.lines.filter(({ anchor }) => anchor !== null).length
  const signed = `${count(heads, 'signed head follows', 'signed heads follow')} from ${view.size === 1 ? 'its hash' : 'their hashes'}, each from the one before`
  const onChain = anchors > 0 ? `; ${anchors === 1 ? 'one stands' : `${anchors} stand`} on chain` : ''
  return `Computed in this browser: ${signed}${onChain}.`
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
    `The log as a tree of ${count(view.size, 'leaf', 'leaves')}.`,
    newest && `Its newest signed head has ${newest.size.toLocaleString('en')}.`,
    anchored && `The last head on chain has ${anchored.size.toLocaleString('en')}.`,
    own !== null && own < view.size && `Leaf ${(own + 1).toLocaleString('en')} is your ballot.`,
  ]
  return parts.filter(Boolean).join(' ')
}
