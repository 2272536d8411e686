import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { PictureMime } from '#lib/generation/sniff-mime.ts'
import { rootOf } from '#lib/provenance/adapters/root-certificate.ts'
import type { Credentials } from '#lib/provenance/schema.ts'
import { type XmpFields, xmpFieldsOf } from '#lib/provenance/xmp-fields.ts'
import { xmpIn } from '#lib/provenance/xmp-in-file.ts'
import { UsageError } from './usage.ts'

export type PictureFlags = { json?: boolean; root?: string; sidecar?: string }

type Facts = {
  kind: PictureMime
  bytes: number
  sha256: string
  verdict: Credentials['standing'] | 'none'
  /** Where the credentials are. */
  place: 'in the file' | 'beside the file' | null
  credentials: Credentials | null
  xmp: XmpFields | null
}

const EXIT = { trusted: 0, broken: 1, foreign: 2, none: 2 }

const VERDICTS: Record<Facts['verdict'], string> = {
  trusted: 'The file is as it was signed, and the signer is known to the root that was asked.',
  foreign: 'The file is as it was signed, by somebody whom the root that was asked does not know.',
  broken: 'The file is not as it was signed: what its credentials say is worth nothing.',
  none: 'The file carries no credentials. Saving a picture anew drops them; its history may still be found by its hash.',
}

async function readGiven(file: string, what: string): Promise<Buffer> {
  return readFile(file).catch((error: unknown) => {
    throw new UsageError(`cannot read the ${what}: ${error instanceof Error ? error.message : String(error)}`)
  })
}

async function rootsFor({ root }: PictureFlags, { VERSO_DATA }: NodeJS.ProcessEnv): Promise<string | null> {
  if (root === undefined) return rootOf(VERSO_DATA || '.data')
  const pem = (await readGiven(root, 'root')).toString('latin1')
  if (!pem.includes('-----BEGIN CERTIFICATE-----'))
    throw new UsageError(`${root} holds no certificate in PEM`)
  return pem
}

type Picture = { bytes: Uint8Array; mime: PictureMime }

async function factsOf(
  { bytes, mime }: Picture,
  roots: string | null,
  store: Uint8Array | null,
): Promise<Facts> {
  // Alone in needing the engine, which is 8 MB.
  const { readCredentials, readSidecar } = await import('#lib/provenance/adapters/read-credentials.ts')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const credentials = store
    ? await readSidecar(store, sha256, roots)
    : await readCredentials(bytes, mime, roots)
  const packet = xmpIn(bytes, mime)
  return {
    kind: mime,
    bytes: bytes.length,
    sha256,
    verdict: credentials?.standing ?? 'none',
    place: credentials && (store ? 'beside the file' : 'in the file'),
    credentials,
    xmp: packet === null ? null : xmpFieldsOf(packet),
  }
}

const LONGEST = 400

/** Words of a stranger's file on somebody's terminal: one line, and nothing that moves the cursor. */
function shown(text: string): string {
  const tame = text.replace(/[\p{C}\s]+/gu, ' ').trim()
  return tame.length > LONGEST ? `${tame.slice(0, LONGEST)}…` : tame
}

function credentialLines({ signer, generator, title, began, prompt, recipe, failures }: Credentials) {
  return {
    signer,
    'made with': generator,
    title,
    began:
      began && [began.action, began.agent, began.sourceType?.split('/').pop()].filter(Boolean).join(', '),
    prompt,
    recipe:
      recipe &&
      Object.entries(recipe)
        .map(([name, value]) => `${name} ${String(value)}`)
        .join('; '),
    findings: failures.join(', ') || null,
  }
}

function textOf({ kind, bytes, sha256, verdict, place, credentials, xmp }: Facts): string {
  const lines = (pairs: Record<string, string | null | undefined>) =>
    Object.entries(pairs).flatMap(([name, text]) => (text ? [`  ${name.padEnd(14)} ${shown(text)}`] : []))
  return [
    `${kind}, ${bytes} bytes`,
    `sha256 ${sha256}`,
    '',
    ...(credentials
      ? [`C2PA credentials ${place}: ${verdict}`, ...lines(credentialLines(credentials)), '']
      : []),
    ...(xmp ? ['XMP, which anybody can write', ...lines(xmp), ''] : []),
    VERDICTS[verdict],
    '',
  ].join('\n')
}

/**
 * Says what a picture tells of itself: hash, credentials, XMP. Nothing is fetched.
 * @returns exit code: 0 trusted, 1 broken, 2 foreign or none
 */
export async function inspectPicture(
  picture: Picture,
  flags: PictureFlags,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const roots = await rootsFor(flags, environment)
  const store = flags.sidecar === undefined ? null : new Uint8Array(await readGiven(flags.sidecar, 'sidecar'))
  const facts = await factsOf(picture, roots, store)
  process.stdout.write(flags.json ? `${JSON.stringify(facts, null, 2)}\n` : textOf(facts))
  return EXIT[facts.verdict]
}
