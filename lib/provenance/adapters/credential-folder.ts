import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { credentialsIn, derOf, fingerprintOf, rootOf } from './root-certificate.ts'

/** What signs, and the root that is handed out; both in PEM. */
export type SigningCredentials = { root: string; signer: string }

const fileOf = (dataDir: string, name: 'root.key' | 'signer.pem') => join(credentialsIn(dataDir), name)

/** For its owner alone, and under its name only when it is whole. */
function writeSecret(file: string, text: string): void {
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, `${text.trim()}\n`, { mode: 0o600, flag: 'wx', flush: true })
  renameSync(draft, file)
}

/** Only who makes certificates loads what makes them. */
const certificates = () => import('./certificates.ts')

/** @throws Error before `ensureCredentials` */
export function readSigning(dataDir: string): SigningCredentials {
  const root = rootOf(dataDir)
  if (root === null) throw new Error('there are no credentials yet')
  return { root, signer: readFileSync(fileOf(dataDir, 'signer.pem'), 'utf8') }
}

/**
 * Makes root and signer where there are none. Several processes may do so at once: one of them wins, whole.
 * @param instance the instance's public host, for the names in the certificates
 */
export async function ensureCredentials(dataDir: string, instance: string): Promise<void> {
  if (rootOf(dataDir) !== null) return
  const { issueSigner, makeRoot } = await certificates()
  const root = await makeRoot(instance)
  const { key, chain } = await issueSigner(root, instance)
  const draft = `${credentialsIn(dataDir)}.${randomBytes(4).toString('hex')}`
  mkdirSync(draft, { recursive: true, mode: 0o755 })
  writeFileSync(join(draft, 'root.pem'), `${root.certificate}\n`, { flush: true })
  writeSecret(join(draft, 'root.key'), root.key)
  writeSecret(join(draft, 'signer.pem'), `${key}\n${chain}`)
  try {
    renameSync(draft, credentialsIn(dataDir))
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (rootOf(dataDir) === null) throw error
  }
}

/** The root that pictures are signed below, DER; made where there is none. */
export async function ensureRoot(dataDir: string, instance: string): Promise<Uint8Array> {
  await ensureCredentials(dataDir, instance)
  return derOf(readSigning(dataDir).root)
}

/** Puts a new signer in the place of the old one, below the same root; what was signed before stays trusted. */
export async function rotateSigner(dataDir: string, instance: string): Promise<{ root: string }> {
  const certificate = rootOf(dataDir)
  if (certificate === null) throw new Error('there are no credentials yet')
  const root = { certificate, key: readFileSync(fileOf(dataDir, 'root.key'), 'utf8') }
  const { issueSigner } = await certificates()
  const { key, chain } = await issueSigner(root, instance)
  writeSecret(fileOf(dataDir, 'signer.pem'), `${key}\n${chain}`)
  return { root: fingerprintOf(certificate) }
}
