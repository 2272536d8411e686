/** `npm run vectors -- --write` makes docs/vectors anew; without `--write` it says what would change. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { equalBytes } from '#lib/protocol/bytes.ts'
import { sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { ballotVectors } from './vectors/ballot-vectors.ts'
import { bundleVectors } from './vectors/bundle-vectors.ts'
import { byteVectors } from './vectors/byte-vectors.ts'
import { countVectors } from './vectors/count-vectors.ts'
import { methodVectors } from './vectors/method-vectors.ts'
import { powerVectors } from './vectors/power-vectors.ts'
import { proofVectors } from './vectors/proof-vectors.ts'
import { walletVectors } from './vectors/wallet-vectors.ts'
import { worksVectors } from './vectors/works-vectors.ts'

export const VECTORS = fileURLToPath(new URL('../docs/vectors', import.meta.url))

/** Every file of docs/vectors that is made from the code, by name. */
export async function vectorFiles(): Promise<Map<string, Uint8Array>> {
  const round = await sampleRound({ works: 'plain' })
  const { archive, files: bundles } = bundleVectors(round)
  const wallets = await walletVectors(round)
  const works = await worksVectors()
  const groups = {
    ...byteVectors,
    ...ballotVectors(round),
    ...countVectors(round),
    ...methodVectors,
    ...powerVectors(round),
    ...proofVectors,
    ...bundles,
    ...wallets.files,
    ...works.files,
  }
  const files = new Map<string, Uint8Array>([
    ['round.zip', archive],
    ['wallets.zip', wallets.archive],
    ['works.zip', works.archive],
  ])
  for (const [name, make] of Object.entries(groups)) {
    const cases = (await make()).map((one) => `  ${JSON.stringify(one)}`)
    files.set(`${name}.json`, new TextEncoder().encode(`[\n${cases.join(',\n')}\n]\n`))
  }
  return files
}

/** Names of the files that are missing or say something else than the code does. */
export function staleVectors(files: ReadonlyMap<string, Uint8Array>): string[] {
  return [...files].filter(([name, bytes]) => !isWritten(name, bytes)).map(([name]) => name)
}

function isWritten(name: string, bytes: Uint8Array): boolean {
  try {
    return equalBytes(readFileSync(join(VECTORS, name)), bytes)
  } catch {
    return false
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await vectorFiles()
  const stale = staleVectors(files)
  if (process.argv.includes('--write'))
    for (const name of stale) writeFileSync(join(VECTORS, name), files.get(name) ?? '')
  console.log(stale.length > 0 ? stale.join('\n') : 'docs/vectors is up to date.')
}
