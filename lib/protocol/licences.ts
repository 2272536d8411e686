import { fileHashOf, utf8 } from './bytes.ts'
import { ProtocolError } from './errors.ts'
import type { FileHash } from './primitives.ts'

/** Terms under which the works of a round are published. */
export type Licence = {
  /** SPDX identifier. */
  id: string
  name: string
  url: string
  /** What `licence.textHash` in the rules covers: a reference to the legal code, not the code itself. */
  text: string
  /** The same terms in a16z's CantBeEvil licences, where they have them. */
  cantBeEvil: 'PUBLIC' | null
  flags: { commercial: boolean; derivatives: boolean; attribution: boolean }
}

function reference(id: string, url: string): string {
  return `SPDX ${id} ${url}`
}

function licence(entry: Omit<Licence, 'text'>): Licence {
  return { ...entry, text: reference(entry.id, entry.url) }
}

export const LICENCES: readonly Licence[] = [
  licence({
    id: 'CC0-1.0',
    name: 'Creative Commons Zero 1.0',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/legalcode',
    cantBeEvil: 'PUBLIC',
    flags: { commercial: true, derivatives: true, attribution: false },
  }),
  licence({
    id: 'CC-BY-4.0',
    name: 'Creative Commons Attribution 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/legalcode',
    cantBeEvil: null,
    flags: { commercial: true, derivatives: true, attribution: true },
  }),
  licence({
    id: 'CC-BY-NC-4.0',
    name: 'Creative Commons Attribution, non-commercial 4.0',
    url: 'https://creativecommons.org/licenses/by-nc/4.0/legalcode',
    cantBeEvil: null,
    flags: { commercial: false, derivatives: true, attribution: true },
  }),
  licence({
    id: 'CC-BY-SA-4.0',
    name: 'Creative Commons Attribution, share alike 4.0',
    url: 'https://creativecommons.org/licenses/by-sa/4.0/legalcode',
    cantBeEvil: null,
    flags: { commercial: true, derivatives: true, attribution: true },
  }),
]

/** @throws ProtocolError `licence-unknown` */
export function licenceById(id: string): Licence {
  const found = LICENCES.find((entry) => entry.id === id)
  if (!found) throw new ProtocolError('licence-unknown', 'no licence {id}', { id })
  return found
}

/** Why a work may not be varied under other terms. */
export type DerivationBar = 'unknown' | 'no-derivatives' | 'share-alike' | 'attribution' | 'non-commercial'

/**
 * What keeps a work under `of` from being varied by somebody else into a work under `into`: its terms allow
 * derivatives, and the new ones ask for no less. Share alike keeps the very licence.
 * @returns null when nothing does
 */
export function derivationBar(of: string, into: string): DerivationBar | null {
  const [parent, child] = [of, into].map((id) => LICENCES.find((entry) => entry.id === id))
  if (!parent || !child) return 'unknown'
  if (!parent.flags.derivatives) return 'no-derivatives'
  if (parent.id.includes('-SA-')) return child.id === parent.id ? null : 'share-alike'
  if (!parent.flags.commercial && child.flags.commercial) return 'non-commercial'
  return parent.flags.attribution && !child.flags.attribution ? 'attribution' : null
}

/** Plain SHA-256 of the licence's text, as the rules carry it. */
export function licenceTextHash(id: string): FileHash {
  return fileHashOf(utf8(licenceById(id).text))
}
