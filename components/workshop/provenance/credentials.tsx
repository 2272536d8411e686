import { judgedFinding, runningFinding } from '#components/provenance/credentials/credentials-line.tsx'
import { Custody } from '#components/provenance/custody.tsx'
import { nothing, type Part } from '#components/workshop/group.tsx'
import { sampleBytes } from '#components/workshop/sample/hashes.ts'
import type { JudgedCredentials } from '#lib/provenance/reading/verdict.ts'

const ROUND = sampleBytes(40)

const SAID: JudgedCredentials['credentials'] = {
  standing: 'trusted',
  failures: [],
  signer: 'Verso signer, verso.example',
  generator: 'Verso',
  title: 'Late shift',
  began: {
    action: 'c2pa.created',
    sourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
    agent: 'black-forest-labs/flux-schnell',
    agentVersion: 'c846a699',
  },
  prompt: 'A low sun over machinery, two inks',
  mining: { 'cawg.ai_training': { use: 'constrained', constraint_info: 'CC-BY-4.0' } },
  recipe: { round: ROUND },
  boundTo: null,
}

const read = (said: Partial<JudgedCredentials['credentials']>, judged: Partial<JudgedCredentials> = {}) =>
  judgedFinding(
    { kind: 'read', root: 'round', differences: [], credentials: { ...SAID, ...said }, ...judged },
    ROUND,
    nothing,
  )

const FINDINGS = {
  'the reader comes': runningFinding(2_900_000, nothing),
  'it reads': runningFinding(null, nothing),
  whole: read({}),
  'whole, by the instance alone': read({}, { root: 'instance' }),
  'somebody else’s': read({ standing: 'foreign', signer: 'Camera 9, Otherwhere', recipe: null }),
  forged: read({ standing: 'foreign' }),
  'of another picture': read({ standing: 'broken', failures: ['assertion.dataHash.mismatch'] }),
  unreadable: read({ standing: 'broken', failures: ['a box that is too long'] }),
  'not what the record says': read({}, { differences: ['prompt', 'model'] }),
  'another root': judgedFinding({ kind: 'refused', code: 'other-root' }, ROUND, nothing),
  'no reader': judgedFinding({ kind: 'failed', code: 'credentials-engine' }, ROUND, nothing),
  none: judgedFinding({ kind: 'none' }, ROUND, nothing),
}

export const credentials: Part = {
  file: 'components/provenance/credentials/credentials-line.tsx',
  about: 'The line of credentials, while and after they are read.',
  columns: 2,
  states: Object.fromEntries(
    Object.entries(FINDINGS).map(([caption, { verdict, text }]) => [
      caption,
      <Custody key={caption} legend={false} lines={[{ name: 'Credentials', verdict, text }]} />,
    ]),
  ),
}
