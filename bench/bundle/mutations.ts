import { cpuSeconds } from '#bench/cpu.ts'
import type { Files } from '#lib/protocol/bundle.ts'
import { canonicalBytes, jsonLines } from '#lib/protocol/canonical.ts'
import { leafHashOf } from '#lib/protocol/log-tree.ts'
import { isResultInput, layerOf, MANIFEST } from '#lib/protocol/manifest.ts'
import { splitLines } from '#lib/protocol/verify/read-lines.ts'
import type { Report } from '#lib/protocol/verify/report.ts'
import { sampleFacts, sampleReader } from '#lib/protocol/verify/sample-chain.ts'
import {
  flip,
  pick,
  resealEverything,
  resealManifest,
  sequenceOf,
} from '#lib/protocol/verify/sample-mutants.ts'
import { type SampleRound, sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'

export type Attack = {
  detected: number
  named: number
  informative: number
  seconds: number
  missed: string[]
}

const LOG = 'log/000000.jsonl'
const LEAF_HASHES = 'leaf-hashes/000000.jsonl'

/** The sample with what the chain said after the close. */
async function targetRound(ballots: number): Promise<SampleRound> {
  const round = await sampleRound({ more: ballots - 6 })
  const { events, tokens } = sampleFacts(round)
  const [close] = events.closed
  const ids = [...tokens.keys()].map(String)
  const mints = events.minted.map((mint, index) => ({ ...mint, tokenId: ids[index] }))
  round.files.set('after/close.json', canonicalBytes(close))
  round.files.set('after/tokens.jsonl', jsonLines(mints))
  return round
}

/** Leaf hashes that fit a changed log: what the owner of the server publishes with it. */
function resealLeaves(files: Files): Files {
  const lines = [...splitLines(files.get(LOG) ?? new Uint8Array())]
  return files.set(LEAF_HASHES, jsonLines(lines.map((line, index) => ({ index, hash: leafHashOf(line) }))))
}

const redFiles = (report: Report) =>
  new Set(
    report.checks.flatMap(({ findings }) =>
      findings.flatMap(({ colour, file }) => (colour === 'red' && file ? [file] : [])),
    ),
  )

type Change = { path: string; files: Files }

async function judge(round: SampleRound, changes: Iterable<Change>): Promise<Attack> {
  const chain = sampleReader(round)
  const attack: Attack = { detected: 0, named: 0, informative: 0, seconds: 0, missed: [] }
  attack.seconds = await cpuSeconds(async () => {
    for (const { path, files } of changes) {
      const report = await verifyBundle(files, { chain })
      const named = redFiles(report).has(path)
      if (report.colour === 'red') attack.detected += 1
      if (named) attack.named += 1
      if (report.informative.includes(path)) attack.informative += 1
      if (!named || report.colour !== 'red') attack.missed.push(path)
    }
  })
  return attack
}

function* plainChanges(round: SampleRound, count: number): Generator<Change> {
  const dice = sequenceOf(20_261_128)
  const paths = [...round.files.keys()].filter((path) => round.files.get(path)?.length)
  for (let turn = 0; turn < count; turn += 1) {
    const path = pick(dice, paths)
    yield {
      path,
      files: new Map([...round.files, [path, flip(dice, round.files.get(path) ?? new Uint8Array())]]),
    }
  }
}

/** What can be sealed again is: leaf hashes, inputs and hash of the result, documents, winners, manifest. */
function* resealedChanges(round: SampleRound, count: number): Generator<Change> {
  const dice = sequenceOf(711_711)
  const paths = [...round.files.keys()].filter(
    (path) => round.files.get(path)?.length && layerOf(path) === 'core' && path !== MANIFEST,
  )
  for (let turn = 0; turn < count; turn += 1) {
    const path = pick(dice, paths)
    const files: Files = new Map([
      ...round.files,
      [path, flip(dice, round.files.get(path) ?? new Uint8Array())],
    ])
    if (path === LOG) resealLeaves(files)
    yield { path, files: isResultInput(path) ? resealEverything(round, files) : resealManifest(round, files) }
  }
}

/** One changed byte each, in a bundle of so many ballots: plainly, and with every outer hash made to fit. */
export async function attackBundle(
  ballots: number,
  count: number,
): Promise<{ plain: Attack; resealed: Attack }> {
  const round = await targetRound(ballots)
  const honest = await verifyBundle(round.files, { chain: sampleReader(round) })
  if (honest.colour === 'red') throw new Error('the honest bundle is red')
  return {
    plain: await judge(round, plainChanges(round, count)),
    resealed: await judge(round, resealedChanges(round, count)),
  }
}
