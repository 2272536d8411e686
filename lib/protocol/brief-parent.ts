import { ProtocolError } from './errors.ts'
import type { FileHash } from './primitives.ts'

const NAMED = /^Parent:\s*sha256:/
const ENTRY = /^Parent:\s*(sha256:[0-9a-f]{64})$/

/** The entries of a brief's `traits`: separated by semicolons or lines, trimmed, empty ones left out. */
export function traitEntries(traits: string): string[] {
  return traits
    .split(/[;\n]/)
    .map((entry) => entry.trim())
    .filter(Boolean)
}

/** Whether an entry of `traits` names a parent; it is no trait then. */
export const namesParent = (entry: string): boolean => NAMED.test(entry)

/** The entry that makes a brief one for variations of a work. */
export const parentEntry = (contentHash: FileHash): string => `Parent: ${contentHash}`

/**
 * The work whose variation a brief asks for, by its `contentHash`: the entry `Parent: sha256:<64 hex digits>`
 * in `traits`. What the recipes of its pictures carry in `parents`.
 * @returns null for a brief without a parent
 * @throws ProtocolError `brief-parent` for more than one, or a hash of another form
 */
export function parentOfBrief({ traits }: { traits: string }): FileHash | null {
  const named = traitEntries(traits).filter(namesParent)
  const [only] = named
  if (!only) return null
  const hash = ENTRY.exec(only)?.[1]
  if (!hash || named.length > 1)
    throw new ProtocolError('brief-parent', 'a brief names one parent, as Parent: sha256:<64 hex digits>')
  return hash as FileHash
}
