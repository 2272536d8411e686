import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { pixelHashOf } from '#lib/critique/pixel-hash.ts'
import type { PictureMime } from '#lib/generation/sniff-mime.ts'
import { rootOf } from '#lib/provenance/adapters/root-certificate.ts'
import { nearHashOf } from '#lib/provenance/reading/near-hash.ts'
import type { Credentials } from '#lib/provenance/schema.ts'
import { type XmpFields, xmpFieldsOf } from '#lib/provenance/xmp-fields.ts'
import { xmpIn } from '#lib/provenance/xmp-in-file.ts'
import { findPicture, isKnown, type Known, knownText, type PictureHashes } from './find-picture.ts'
import { serverAt } from './picture-source.ts'
import { tame } from './tame.ts'
import { UsageError } from './usage.ts'

export type PictureFlags = {
  json?: boolean
  root?: string
  sidecar?: string
  instance?: string
  offline?: boolean
}

type Facts = PictureHashes & {
  kind: PictureMime
  bytes: number
  verdict: Credentials['standing'] | 'none'
  /** Where the credentials are. */
  place: 'in the file' | 'beside the file' | null
  credentials: Credentials | null
  xmp: XmpFields | null
  known: Known
  /** Its credentials name another recipe than the instance does for this very file. */
  contradicts: boolean
}

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

function instanceFor({ instance, offline }: PictureFlags, { PUBLIC_URL }: NodeJS.ProcessEnv): URL | null {
  if (instance !== undefined && offline) throw new UsageError('--instance and --offline exclude each other')
  if (instance !== undefined) return serverAt('--instance', instance)
  return PUBLIC_URL && !offline ? serverAt('PUBLIC_URL', PUBLIC_URL) : null
}

type Picture = { bytes: Uint8Array; mime: PictureMime }

/** By what it can be found again. */
async function hashesOf(bytes: Uint8Array): Promise<PictureHashes> {
  // Alone in needing what decodes pictures.
  const { decodePicture } = await import('#lib/critique/adapters/decode-picture.ts')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const pixels = await decodePicture(bytes)
  if (!pixels) return { sha256, pixels: null, near: null }
  return { sha256, pixels: pixelHashOf(pixels).slice('sha256:'.length), near: nearHashOf(pixels) }
}

const contradictionIn = (credentials: Credentials | null, known: Known): boolean => {
  const files = known.kind === 'asked' ? known.works.filter(({ match }) => match === 'file') : []
  const named = credentials?.standing === 'trusted' ? credentials.recipe?.recipeHash : undefined
  return named !== undefined && files.length > 0 && files.every(({ recipeHash }) => recipeHash !== named)
}

type Against = { roots: string | null; store: Uint8Array | null; instance: URL | null }

async function factsOf({ bytes, mime }: Picture, { roots, store, instance }: Against): Promise<Facts> {
  // Alone in needing the engine, which is 8 MB.
  const { readCredentials, readSidecar } = await import('#lib/provenance/adapters/read-credentials.ts')
  const hashes = await hashesOf(bytes)
  const credentials = store
    ? await readSidecar(store, hashes.sha256, roots)
    : await readCredentials(bytes, mime, roots)
  const packet = xmpIn(bytes, mime)
  const known: Known = instance ? await findPicture(instance, hashes) : { kind: 'not-asked' }
  return {
    kind: mime,
    bytes: bytes.length,
    ...hashes,
    verdict: credentials?.standing ?? 'none',
    place: credentials && (store ? 'beside the file' : 'in the file'),
    credentials,
    xmp: packet === null ? null : xmpFieldsOf(packet),
    known,
    contradicts: contradictionIn(credentials, known),
  }
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

function textOf({
  kind,
  bytes,
  sha256,
  verdict,
  place,
  credentials,
  xmp,
  known,
  contradicts,
}: Facts): string {
  const lines = (pairs: Record<string, string | null | undefined>) =>
    Object.entries(pairs).flatMap(([name, text]) => (text ? [`  ${name.padEnd(14)} ${tame(text)}`] : []))
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
    ...knownText(known).flatMap(({ says, facts }) => [tame(says), ...lines(Object.fromEntries(facts)), '']),
    ...(contradicts ? ['Its credentials name another recipe than the instance does.', ''] : []),
  ].join('\n')
}

function exitOf({ verdict, known, contradicts }: Facts): number {
  if (verdict === 'broken' || contradicts) return 1
  return verdict === 'trusted' || isKnown(known) ? 0 : 2
}

/**
 * Says what a picture tells of itself, hash, credentials and XMP, and what an instance knows of it. Nothing that it
 * names is fetched.
 * @returns exit code: 0 whole and known, by its signer or to the instance; 1 broken, or a contradiction; 2 unknown
 */
export async function inspectPicture(
  picture: Picture,
  flags: PictureFlags,
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const roots = await rootsFor(flags, environment)
  const store = flags.sidecar === undefined ? null : new Uint8Array(await readGiven(flags.sidecar, 'sidecar'))
  const facts = await factsOf(picture, { roots, store, instance: instanceFor(flags, environment) })
  process.stdout.write(flags.json ? `${JSON.stringify(facts, null, 2)}\n` : textOf(facts))
  return exitOf(facts)
}
