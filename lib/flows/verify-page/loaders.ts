import 'server-only'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type VerifyPage = { bytes: Uint8Array<ArrayBuffer>; sha256: string }

const held = globalThis as { versoVerifyPage?: VerifyPage }

/** The verifier as one file, as this build made it; null where it was left out, as in development. */
export async function verifyPage(): Promise<VerifyPage | null> {
  if (held.versoVerifyPage) return held.versoVerifyPage
  const path = join(process.cwd(), process.env.VERSO_DIST || '.next', 'verso-verify.html')
  try {
    const bytes = new Uint8Array(await readFile(/* turbopackIgnore: true */ path))
    held.versoVerifyPage = { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
    return held.versoVerifyPage
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
