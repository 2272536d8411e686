import { isDeclared } from '#lib/protocol/brief-work.ts'
import type { Candidate } from '#lib/protocol/candidates.ts'
import { workPath } from '#lib/protocol/manifest.ts'
import { type Bytes32, ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { said } from '#lib/protocol/said.ts'
import type { BundleFiles } from './bundle-files.ts'
import { DIFFERS } from './context.ts'
import type { PictureCredentials, ReadCredentials } from './picture-credentials.ts'
import type { CheckLog } from './report.ts'
import type { SeenWork, SeenWorks } from './seen-works.ts'

export type CredentialsJudge = {
  standing: SeenWorks['credentials']
  /** @returns what the picture says of machines that learn; undefined where its credentials do not hold */
  judge(candidate: Candidate, recipe: Recipe | null, picture: Uint8Array): Promise<SeenWork['mining']>
  /** Says what was found of others' and unsigned pictures. @returns pictures signed below the root; null when none was read */
  done(): number | null
}

type Round = {
  log: CheckLog
  files: BundleFiles
  rules: Rules
  roundId: Bytes32
  read: ReadCredentials | null
}

/** More than any certificate has. */
const MOST_ROOT_BYTES = 16_384

/** Judges credentials by the root that the rules name, where there is one and somebody reads them. */
export function judgeCredentials({ log, files, rules, roundId, read }: Round): CredentialsJudge {
  const standing = rules.c2paRoot === ZERO_BYTES32 ? 'no-root' : read ? 'read' : 'not-read'
  const root = isolatedRoot(log, files, rules.c2paRoot)
  const found = { trusted: 0, unsigned: 0, foreign: 0 }
  let isMissing = false
  return {
    standing,
    async judge(candidate, recipe, picture) {
      if (standing !== 'read' || !read) return undefined
      if (!root) {
        isMissing = true
        return undefined
      }
      const place = { file: workPath(candidate.contentHash) }
      const credentials = await attemptRead(log, place, read(picture, candidate.mime, root))
      if (credentials === undefined) return undefined
      if (!credentials) found.unsigned += 1
      // A finished work keeps what it came with: nobody here has signed that file.
      if (!credentials || (recipe && isDeclared(recipe))) return undefined
      if (credentials.standing === 'trusted') {
        found.trusted += 1
        compareAssertion(log, place.file, credentials, { rules, roundId, candidate, recipe })
        return credentials.mining
      }
      if (credentials.standing === 'broken') {
        if (recipe)
          log.red(place, 'credentials-broken', 'its credentials are broken: {failures}', {
            failures: shown(credentials.failures.join(' ') || '-'),
          })
      } else if (credentials.recipe?.round === roundId)
        log.red(place, 'credentials-foreign', 'they claim this round, and are not signed below its root')
      else found.foreign += 1
      return undefined
    },
    done() {
      if (standing !== 'read') return null
      if (isMissing)
        log.unknown(
          { file: workPath(rules.c2paRoot) },
          'needs-file',
          'the root of the credentials is not here',
        )
      const { unsigned, foreign } = found
      if (unsigned > 0)
        log.attested(null, 'credentials-none', '{unsigned} pictures carry no credentials', { unsigned })
      if (foreign > 0)
        log.attested(null, 'credentials-others', '{foreign} pictures carry credentials of somebody else', {
          foreign,
        })
      return found.trusted
    },
  }
}

/** The root's certificate in PEM; null where it is not here. */
function isolatedRoot(log: CheckLog, files: BundleFiles, c2paRoot: Bytes32): string | null {
  if (c2paRoot === ZERO_BYTES32) return null
  const file = workPath(c2paRoot)
  const facts = files.facts.get(file)
  if (!facts) return null
  if (workPath(facts.sha256) !== file || facts.bytes > MOST_ROOT_BYTES) {
    log.red({ file }, 'credentials-root', 'not the certificate that the rules name')
    return null
  }
  const text = btoa(String.fromCharCode(...(files.get(file) ?? [])))
  return `-----BEGIN CERTIFICATE-----\n${text.replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`
}

/** Undefined where the reader itself failed, which says nothing about the picture. */
async function attemptRead<T>(
  log: CheckLog,
  place: { file: string },
  read: Promise<T>,
): Promise<T | undefined> {
  try {
    return await read
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    log.unknown(place, 'credentials-unread', 'its credentials could not be read: {cause}', { cause })
    return undefined
  }
}

type Made = { rules: Rules; roundId: Bytes32; candidate: Candidate; recipe: Recipe | null }

function compareAssertion(
  log: CheckLog,
  file: string,
  { recipe: assertion }: PictureCredentials,
  { rules, roundId, candidate, recipe }: Made,
): void {
  const { recipeHash, creator } = candidate
  const { chainId, collection } = rules
  const record: Record<string, unknown> = { recipeHash, creator, round: roundId, chainId, collection }
  const lists = recipe ? { licence: recipe.licence, parents: recipe.parents } : {}
  for (const [what, there] of Object.entries({ ...record, ...lists })) {
    const says = assertion?.[what] ?? (what === 'parents' ? [] : '-')
    if (JSON.stringify(says) === JSON.stringify(there)) continue
    const pair = { what, here: shown(says), there: shown(there), source: said('the record') }
    log.red({ file, field: `verso.recipe.${what}` }, 'credentials-differ', DIFFERS, pair)
  }
}

/** A picture may say as much as it likes. */
const MOST_SHOWN = 200

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.slice(0, MOST_SHOWN)
}
