import { modelConflict, resolveLicence } from '#lib/generation/licensing/resolve-licence.ts'
import { LICENCES } from '#lib/protocol/licences.ts'
import { MODEL_LICENCES, type ModelLicence, termsOf } from '#lib/protocol/model-licences.ts'

const code = (text: string) => `\`${text}\``
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n')

const judged = (because: string | null | undefined) => (because ? `refused: ${because}` : 'allowed')
const ROUNDS = LICENCES.map(({ id }) => id)

/** Of terms that nobody knows nobody knows either what else they ask for. */
function asks({ outputs }: ModelLicence, flag: true | undefined): string {
  if (flag) return 'yes'
  return outputs === 'unknown' ? 'unknown' : 'no'
}

/** What stands in the registry. */
export function registryTable(): string {
  const rows = MODEL_LICENCES.map((entry: ModelLicence) => [
    entry.url ? `[${entry.licence}](${entry.url})` : entry.licence,
    entry.textHash ? code(entry.textHash) : 'not hashed',
    entry.outputs,
    asks(entry, entry.shareAlike),
    asks(entry, entry.attribution),
    asks(entry, entry.behaviour),
  ])
  return table(['terms of the model', 'text', 'pictures', 'share alike', 'credit', 'rules of use'], rows)
}

/** Each model in a round under each licence: as rounds are set at first, and where pictures have to be free to use. */
export function modelTable(outputs: 'any' | 'any-use'): string {
  const rows = MODEL_LICENCES.map(({ licence: model }) => [
    model,
    ...ROUNDS.map((licence) => judged(modelConflict(termsOf(model), { licence, outputs })?.because)),
  ])
  return table(['terms of the model', ...ROUNDS], rows)
}

function varied(parent: string, licence: string): string {
  const made = { model: termsOf('MIT'), loras: [], inputs: [], parents: [{ licence: parent, isOwn: false }] }
  const resolution = resolveLicence(made, { licence, outputs: 'any' })
  return judged(resolution.allowed ? null : resolution.conflicts[0].because)
}

/** Another's work, varied or used, in a round under each licence. */
export function parentTable(): string {
  const rows = ROUNDS.map((parent) => [parent, ...ROUNDS.map((licence) => varied(parent, licence))])
  return table(['the other work', ...ROUNDS], rows)
}

const TABLES = {
  registry: registryTable,
  models: () => modelTable('any'),
  'models-any-use': () => modelTable('any-use'),
  parents: parentTable,
}

/** The document with today's tables in their places. */
export function withTables(document: string): string {
  return Object.entries(TABLES).reduce((text, [name, print]) => {
    const place = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*(<!-- /${name} -->)`)
    return text.replace(place, (_, before: string, after: string) => `${before}${print()}\n${after}`)
  }, document)
}
