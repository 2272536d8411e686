import { namesParent, traitEntries } from './brief-parent.ts'
import { ProtocolError } from './errors.ts'
import type { FileHash } from './primitives.ts'
import type { Recipe } from './recipe.ts'

const NAMED_WORK = /^Work:\s*sha256:/
const WORK = /^Work:\s*(sha256:[0-9a-f]{64})$/
const NAMED_REFERENCE = /^Reference:\s*sha256:/
const REFERENCE = /^Reference:\s*(sha256:[0-9a-f]{64})$/

/** What a creator can say of a finished work beside its words: the name of the entry, and its code points. */
const DECLARED = {
  title: { name: 'Title', most: 120 },
  model: { name: 'Model', most: 200 },
  version: { name: 'Version', most: 200 },
  seed: { name: 'Seed', most: 80 },
  means: { name: 'Made with', most: 400 },
} as const

type Field = keyof typeof DECLARED
const FIELDS = Object.keys(DECLARED) as Field[]

/** A finished work as its creator signed for it; null for what is not declared. */
export type DeclaredWork = { contentHash: FileHash } & Record<Field, string | null>

/** What stands in a recipe for a model or a version that is not declared; nothing is invented. */
export const UNDECLARED = 'unknown'

/** Reference pictures that one brief may name. */
export const MOST_REFERENCES = 8

/** Whether an entry of `traits` brings a finished work; it is no trait then. */
export const namesWork = (entry: string): boolean => NAMED_WORK.test(entry)

const namesReference = (entry: string): boolean => NAMED_REFERENCE.test(entry)

function fieldOf(entry: string): { field: Field; value: string } | null {
  const colon = entry.indexOf(':')
  const name = entry.slice(0, colon)
  const field = FIELDS.find((one) => DECLARED[one].name === name)
  return colon > 0 && field ? { field, value: entry.slice(colon + 1).trim() } : null
}

function declaredIn(entries: readonly string[], field: Field): string | null {
  const { name, most } = DECLARED[field]
  const values = entries.flatMap((entry) => {
    const found = fieldOf(entry)
    return found?.field === field ? [found.value] : []
  })
  const [value = null, another] = values
  if (another !== undefined) throw new ProtocolError('brief-work', '{name} is declared twice', { name })
  if (value !== null && (value === '' || [...value].length > most))
    throw new ProtocolError('brief-work', '{name} has 1 to {most} letters', { name, most })
  return value
}

/**
 * The finished work that a brief brings, with what its creator declares of how it was made: the entry
 * `Work: sha256:<64 hex digits>` in `traits`, the hash of the file that is to hang, and beside it `Title`, `Model`,
 * `Version`, `Seed` and `Made with`, each at most once. Declared, not observed: the signature binds the words and
 * the file to each other, and nothing proves that one made the other.
 * @returns null for a brief that asks for pictures to be made
 * @throws ProtocolError `brief-work` for two works, a hash of another form, or a declaration that does not hold
 */
export function declaredWorkOf({ traits }: { traits: string }): DeclaredWork | null {
  const entries = traitEntries(traits)
  const named = entries.filter(namesWork)
  const [only] = named
  if (!only) return null
  const hash = WORK.exec(only)?.[1]
  if (!hash || named.length > 1)
    throw new ProtocolError('brief-work', 'a brief brings one work, as Work: sha256:<64 hex digits>')
  const declared = (field: Field) => declaredIn(entries, field)
  return {
    contentHash: hash as FileHash,
    title: declared('title'),
    model: declared('model'),
    version: declared('version'),
    seed: declared('seed'),
    means: declared('means'),
  }
}

/**
 * Reference pictures that a brief names: entries `Reference: sha256:<64 hex digits>`.
 * @throws ProtocolError `brief-reference` for a hash of another form, one that stands twice, or more than eight
 */
export function referencesOf({ traits }: { traits: string }): FileHash[] {
  const named = traitEntries(traits).filter(namesReference)
  const hashes = named.map((entry) => REFERENCE.exec(entry)?.[1])
  if (hashes.includes(undefined) || new Set(hashes).size < hashes.length || hashes.length > MOST_REFERENCES)
    throw new ProtocolError(
      'brief-reference',
      'a brief names at most {most} references, each once, as Reference: sha256:<64 hex digits>',
      { most: MOST_REFERENCES },
    )
  return hashes as FileHash[]
}

/** The entries of `traits` that are traits: no parent, no work with its declarations, no reference. */
export function plainEntries(traits: string): string[] {
  const entries = traitEntries(traits)
  const bringsWork = entries.some(namesWork)
  const isDeclared = (entry: string) => bringsWork && (namesWork(entry) || fieldOf(entry) !== null)
  return entries.filter((entry) => !namesParent(entry) && !namesReference(entry) && !isDeclared(entry))
}

/** What somebody typed, as the value of an entry: a semicolon or a line would end it. */
export const entryValue = (text: string) =>
  text
    .normalize('NFC')
    .replace(/\s*[;\n]\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .trim()

/** The entries that make a brief one for a finished work; what is not declared is left out. */
export function workEntries({ contentHash, ...declared }: DeclaredWork): string {
  const said = FIELDS.flatMap((field) => {
    const value = entryValue(declared[field] ?? '')
    return value === '' ? [] : [`${DECLARED[field].name}: ${value}`]
  })
  return [`Work: ${contentHash}`, ...said].join('; ')
}

/** What the recipe of a finished work takes over from its brief. */
export function declarationOf({
  title,
  model,
  version,
  seed,
  means,
}: DeclaredWork): Pick<Recipe, 'model' | 'parameters'> {
  return {
    model: { id: model ?? UNDECLARED, version: version ?? UNDECLARED, weightsHash: null },
    parameters: { ...(title && { title }), ...(seed && { seed }), ...(means && { means }) },
  }
}

/** What a recipe takes from the files that a brief names. */
export function inputsOf(brief: { traits: string }): Recipe['inputs'] {
  const work = declaredWorkOf(brief)
  const references = referencesOf(brief).map((sha256) => ({ role: 'reference', sha256 }))
  return work ? [{ role: 'work', sha256: work.contentHash }, ...references] : references
}

/** Whether a recipe is the word of a creator who brought the file: declared, and observed by nobody. */
export const isDeclared = ({ inputs }: Pick<Recipe, 'inputs'>): boolean =>
  inputs.some(({ role }) => role === 'work')
