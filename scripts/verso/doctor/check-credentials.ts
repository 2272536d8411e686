import { createPrivateKey, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Bytes32, ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { credentialsIn, rootOf } from '#lib/provenance/adapters/root-certificate.ts'
import { causeOf, type Finding, note, ok, wrong } from './finding.ts'

/** A round whose submissions have opened and whose vote has not ended. */
export type OpenRound = { title: string; c2paRoot: Bytes32; takesPictures: boolean }

const ABOUT = 'credentials'
const SOON_DAYS = 90
const DAY_MS = 86_400_000
const CERTIFICATE = /-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----/gs
const RESTORE =
  'Put the folder back from the last backup; a new root vouches for nothing that was signed before.'

type Folder = {
  path: string
  root: X509Certificate
  /** From the one that signs to the one below the root. */
  chain: X509Certificate[]
  signerPem: string
}

function readFolder(path: string): Folder {
  const read = (name: string) => readFileSync(join(path, name), 'utf8')
  const [rootPem, signerPem] = [read('root.pem'), read('signer.pem')]
  const chain = (signerPem.match(CERTIFICATE) ?? []).map((pem) => new X509Certificate(pem))
  if (chain.length === 0) throw new Error('signer.pem holds no certificate')
  return { path, root: new X509Certificate(rootPem), chain, signerPem }
}

const isBelow = (one: X509Certificate, above: X509Certificate) =>
  one.checkIssued(above) && one.verify(above.publicKey)

/** What signs has its key, and stands below the root through each certificate between them. */
function checkPairing({ root, chain, signerPem }: Folder): Finding {
  const [signer] = chain
  if (!signer?.checkPrivateKey(createPrivateKey(signerPem)))
    return wrong(ABOUT, 'The key in signer.pem is not that of its certificate.', RESTORE)
  const whole = [...chain, root].every((one, at, all) => isBelow(one, all[at + 1] ?? root))
  return whole
    ? ok(ABOUT, 'The signer stands below the root.')
    : wrong(ABOUT, 'The signer does not stand below root.pem, so no picture can be signed.', RESTORE)
}

function checkValidity({ root, chain }: Folder, now: Date): Finding {
  const all = [root, ...chain]
  const until = new Date(Math.min(...all.map(({ validTo }) => Date.parse(validTo))))
  const days = Math.floor((until.getTime() - now.getTime()) / DAY_MS)
  const next =
    until.getTime() === Date.parse(root.validTo)
      ? 'Later rounds need a new root: move the folder away, keep it, and restart.'
      : 'Run npm run verso -- credentials rotate.'
  const day = until.toISOString().slice(0, 10)
  if (all.some(({ validFrom }) => Date.parse(validFrom) > now.getTime()))
    return wrong(ABOUT, 'A certificate is not valid yet.', 'Set the clock of this machine.')
  if (until <= now) return wrong(ABOUT, `They ran out on ${day}: no picture can be signed.`, next)
  if (days < SOON_DAYS) return note(ABOUT, `They run out on ${day}, in ${days} days.`, next)
  return ok(ABOUT, `They are valid until ${day}.`)
}

/** Keys are read by their owner alone. */
function checkModes({ path }: Folder): Finding[] {
  const open = ['signer.pem', 'root.key'].filter(
    (name) => existsSync(join(path, name)) && (statSync(join(path, name)).mode & 0o077) !== 0,
  )
  return open.map((name) =>
    wrong(ABOUT, `${name} can be read by others than its owner.`, `chmod 600 ${join(path, name)}`),
  )
}

function checkRootKey({ path, root }: Folder): Finding {
  const file = join(path, 'root.key')
  if (!existsSync(file)) return note(ABOUT, 'root.key is elsewhere; put it back to replace the signer.')
  return root.checkPrivateKey(createPrivateKey(readFileSync(file)))
    ? note(ABOUT, 'root.key lies here; only to replace the signer is it needed.')
    : wrong(ABOUT, 'root.key is not the key of root.pem.', RESTORE)
}

/** Below another root than its rules name, nothing is signed for a round. */
function checkRounds(root: X509Certificate | null, rounds: readonly OpenRound[]): Finding[] {
  const here = root?.fingerprint256.replaceAll(':', '').toLowerCase()
  const others = rounds.filter(
    ({ c2paRoot }) => c2paRoot !== ZERO_BYTES32 && c2paRoot !== (here && `0x${here}`),
  )
  return others.map(({ title, c2paRoot, takesPictures }) => {
    const says = `“${title}” names the root ${c2paRoot.slice(2, 10)}…, and here is ${here ? `${here.slice(0, 8)}…` : 'none'}`
    return takesPictures
      ? wrong(ABOUT, `${says}: its pictures hang UNSIGNED.`, RESTORE)
      : note(ABOUT, `${says}; what hangs in it stays as it was signed.`, RESTORE)
  })
}

function checkFiles(path: string, now: Date): Finding[] {
  try {
    const folder = readFolder(path)
    return [checkPairing(folder), checkValidity(folder, now), ...checkModes(folder), checkRootKey(folder)]
  } catch (error) {
    const next = `Ask as the user that runs Verso. If that is who asks: ${RESTORE}`
    return [wrong(ABOUT, `They cannot be read: ${causeOf(error)}`, next)]
  }
}

function rootIn(dataDir: string): X509Certificate | null {
  try {
    return new X509Certificate(rootOf(dataDir) ?? '')
  } catch {
    return null
  }
}

/** What pictures are signed with is whole, in time and private, and it is what the open rounds name. */
export function checkCredentials(dataDir: string, now: Date, rounds: readonly OpenRound[]): Finding[] {
  const path = credentialsIn(dataDir)
  const files = existsSync(path)
    ? checkFiles(path, now)
    : [note(ABOUT, 'There are none yet: the first round or worker makes them.')]
  return [...files, ...checkRounds(rootIn(dataDir), rounds)]
}
