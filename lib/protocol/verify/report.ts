import { ProtocolError } from '#lib/protocol/errors.ts'
import { type Said, type Sentence, said } from '#lib/protocol/said.ts'

/** The checks of PROTOCOL 9, in the order they are printed. Check 0 is about the files as files. */
export const CHECKS = {
  '0': 'files and manifest',
  '1': 'rules and round',
  '2': 'works and recipes',
  '3': 'candidates',
  '4': 'ballots',
  '5': 'log and posted ballots',
  '6': 'powers',
  '7': 'tally and result',
  '7b': 'token documents, winners, shares',
  '8': 'tokens',
  '9': 'licence and gates',
  '10': 'shares and claims',
} as const
export type CheckId = keyof typeof CHECKS

/** `absent`: this version does not have the check; it does not touch the exit code. */
export type Colour = 'green' | 'red' | 'unknown' | 'attested' | 'absent'

/** A place in the bundle: `line` from 1, `field` as a path within the record. */
export type Place = { file: string; line?: number; field?: string }

export type Finding = {
  colour: 'red' | 'unknown' | 'attested'
  file: string | null
  line: number | null
  field: string | null
  code: string
  message: string
}

export type CheckReport = {
  id: CheckId
  title: string
  colour: Colour
  /** What was found, in one sentence. */
  summary: string
  findings: Finding[]
  /** Findings beyond the ones listed. */
  more: number
}

/** What a block stands for in a round. */
export type BlockName =
  | 'snapshot'
  | 'earlier moment'
  | 'after the snapshot'
  | 'opening'
  | 'sealed log'
  | 'tie seed'
  | 'close'
  | 'rotation'
  | 'posted ballot'
  | 'void'
  | 'head'
  | 'mint'

export type Report = {
  protocol: string
  roundId: string | null
  title: string | null
  colour: 'green' | 'red' | 'unknown' | 'attested'
  /** 0 green or attested, 1 red, 2 unknown. */
  exitCode: 0 | 1 | 2
  checks: CheckReport[]
  bundleDigest: string | null
  winners: { rank: number; number: number; title: string }[]
  /** Blocks that the round rests on, to compare on any explorer. */
  blocks: { what: BlockName; chainId: number; number: string; hash: string }[]
  /** Files that no anchor covers: nothing follows from them, and changing them changes nothing. */
  informative: string[]
  /** What nobody but the reader can check. */
  trust: string[]
  contractWallets: { ballots: number; power: string; winnersChange: boolean }
}

const MAX_FINDINGS = 100

/** Says a sentence in the language of the report. */
export type Say = (said: Said) => string

type Tell = (place: Place | null, code: string, ...sentence: Sentence) => void

/** Collects what one check finds. */
export type CheckLog = {
  red: Tell
  unknown: Tell
  attested: Tell
  /** Runs a part and turns a ProtocolError into a red finding at `place`; null when it was refused. */
  attempt<T>(place: Place | null, part: () => T): T | null
  /** Awaits a read of the chain; one that fails is unknown, and null. */
  read<T>(place: Place | null, answer: Promise<T>): Promise<T | null>
  /** @param summary what was found, in one sentence */
  done(...summary: Sentence | []): CheckReport
}

/** Starts the report of one check. */
export function startCheck(id: CheckId, say: Say): CheckLog {
  const findings: Finding[] = []
  const add =
    (colour: Finding['colour']): Tell =>
    (place, code, ...sentence) => {
      findings.push({
        colour,
        file: place?.file ?? null,
        line: place?.line ?? null,
        field: place?.field ?? null,
        code,
        message: say(said(...sentence)),
      })
    }
  const red = add('red')
  const unknown = add('unknown')
  return {
    red,
    unknown,
    attested: add('attested'),
    attempt(place, part) {
      try {
        return part()
      } catch (error) {
        if (!(error instanceof ProtocolError)) throw error
        red(place, error.code, '{fault}', { fault: error.said })
        return null
      }
    },
    async read(place, answer) {
      try {
        return await answer
      } catch (error) {
        unknown(place, 'chain-unreadable', 'the chain did not answer: {cause}', { cause: firstLine(error) })
        return null
      }
    },
    done(...summary) {
      const colour = worstOf(findings.map((finding) => finding.colour))
      const order = findings.toSorted((a, b) => RANK[b.colour] - RANK[a.colour])
      const listed = order.slice(0, MAX_FINDINGS)
      return {
        id,
        title: CHECKS[id],
        colour,
        summary: summary.length === 0 ? '' : say(said(...summary)),
        findings: listed,
        more: findings.length - listed.length,
      }
    },
  }
}

/** The report of a check that this version does not have. */
export function absentCheck(id: CheckId, say: Say): CheckReport {
  const summary = say(said('not in this version'))
  return { id, title: CHECKS[id], colour: 'absent', summary, findings: [], more: 0 }
}

const RANK = { absent: 0, green: 0, attested: 1, unknown: 2, red: 3 } as const

/** The gravest of several colours; green when there is none. */
export function worstOf(colours: readonly Colour[]): 'green' | 'red' | 'unknown' | 'attested' {
  const worst = colours.reduce((gravest, colour) => Math.max(gravest, RANK[colour]), 0)
  return (['green', 'attested', 'unknown', 'red'] as const)[worst] ?? 'red'
}

/** Exit code of a colour: 0 green or attested, 1 red, 2 unknown. */
export function exitCodeOf(colour: Report['colour']): 0 | 1 | 2 {
  if (colour === 'red') return 1
  return colour === 'unknown' ? 2 : 0
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
}
