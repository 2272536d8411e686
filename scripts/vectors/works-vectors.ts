import { zipBundle } from '#lib/protocol/bundle-zip.ts'
import { bytesToHex } from '#lib/protocol/bytes.ts'
import { sampleLies, withEdits } from '#lib/protocol/verify/sample-lies.ts'
import { sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'
import type { Case } from './case.ts'

const CHECKS: readonly string[] = ['2', '9']

/** What is red in the checks of works and licences, each code once. */
async function redIn(files: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  const { checks } = await verifyBundle(files)
  const red = checks
    .filter(({ id }) => CHECKS.includes(id))
    .flatMap(({ id, findings }) =>
      findings.flatMap(({ colour, code }) => (colour === 'red' ? [`${id} ${code}`] : [])),
    )
  return [...new Set(red)].toSorted()
}

/** A small round with real pictures, recipes and signed briefs, and what is wrong with others. */
export async function worksVectors() {
  const round = await sampleRound()
  // The one large picture is left out, as in `round.zip`.
  const files = new Map([...round.files].filter(([, bytes]) => bytes.length < 100_000))
  const cases = async (): Promise<Case[]> =>
    Promise.all(
      (await sampleLies({ ...round, files })).map(async ({ name, edits }) => ({
        name,
        in: Object.fromEntries(
          Object.entries(edits).map(([path, bytes]) => [path, bytes && bytesToHex(bytes)]),
        ),
        out: await redIn(withEdits(files, edits)),
      })),
    )
  return { archive: zipBundle(files), files: { works: cases } }
}
