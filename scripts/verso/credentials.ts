import { parseEnv } from '#lib/platform/env.ts'
import { readSigning, rotateSigner } from '#lib/provenance/adapters/credential-folder.ts'
import { credentialsIn, fingerprintOf } from '#lib/provenance/adapters/root-certificate.ts'
import { UsageError } from './usage.ts'

/** `verso credentials`: says which root vouches for an instance's pictures, or replaces the signer below it. */
export async function credentialsCommand(
  words: readonly string[],
  flags: { json?: boolean },
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const [what, ...others] = words
  if (others.length > 0 || (what !== undefined && what !== 'rotate'))
    throw new UsageError('credentials takes nothing, or rotate')
  const { VERSO_DATA, PUBLIC_URL } = parseEnv(environment)
  try {
    if (what === 'rotate') await rotateSigner(VERSO_DATA, new URL(PUBLIC_URL).host)
    const root = fingerprintOf(readSigning(VERSO_DATA).root)
    const folder = credentialsIn(VERSO_DATA)
    const said = what === 'rotate' ? 'The next picture is signed by a new signer below the same root.\n' : ''
    process.stdout.write(
      flags.json
        ? `${JSON.stringify({ root, folder })}\n`
        : `root    sha256 ${root}\nfolder  ${folder}\n${said}`,
    )
    return 0
  } catch (error) {
    process.stderr.write(`verso: ${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}
