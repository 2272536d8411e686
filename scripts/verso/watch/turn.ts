import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import { describeFraud } from '#lib/protocol/verify/fraud-evidence.ts'
import { causeOf } from '#scripts/verso/doctor/finding.ts'
import { Unanswered } from './ask.ts'
import { writeEvidence } from './evidence-file.ts'
import type { InstanceRound } from './instance-api.ts'
import { unansweredCondition, withheld } from './judge-round.ts'
import { lookAtRound } from './look-at-round.ts'
import type { Tell, Told } from './tell.ts'
import {
  type Condition,
  type Desk,
  type Found,
  type GivenReceipt,
  type Look,
  unseenRound,
  type Watched,
} from './watched-round.ts'

/** What goes on from turn to turn. */
export type Session = {
  desk: Desk
  instance: string
  /** Only this round, or every round in progress. */
  only: Bytes32 | null
  collection: Address | null
  receipts: readonly GivenReceipt[]
  evidenceFolder: string
  watched: Map<Bytes32, Watched>
  rounds: Map<Bytes32, InstanceRound>
  /** Rounds about which nothing more can be proven. */
  done: Set<Bytes32>
  standing: Map<Bytes32, string>
  /** What is wrong at present, by place and code. */
  lasting: Map<string, Told>
  tell: Tell
  stop: AbortSignal
}

/** Fraud proofs are taken until a round is final. */
const IN_PROGRESS: ReadonlySet<string> = new Set(['voting', 'counting', 'challenge'])
const MOST_ROUNDS = 200

type Listed = {
  states: Map<Bytes32, string>
  conditions: Condition[]
  /** The whole list was answered, so a round that is not in it is left out. */
  isWhole: boolean
}

async function listRounds({ desk, only }: Session): Promise<Listed> {
  if (only) return { states: new Map(), conditions: [], isWhole: false }
  try {
    const rounds = await desk.api.rounds()
    const states = new Map(rounds.map(({ id, state }) => [id, state]))
    return { states, conditions: [], isWhole: true }
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error
    return { states: new Map(), conditions: [unansweredCondition('rounds', error)], isWhole: false }
  }
}

function roundsToLookAt(session: Session, { states }: Listed): Bytes32[] {
  const { only, receipts, watched, done } = session
  const inProgress = [...states].filter(([, state]) => IN_PROGRESS.has(state)).map(([id]) => id)
  const named = receipts.map(({ receipt }) => receipt.head.round)
  const ids = new Set(only ? [only] : [...named, ...watched.keys(), ...inProgress])
  return [...ids].filter((id) => !done.has(id))
}

async function instanceRound(
  session: Session,
  id: Bytes32,
  state: string | undefined,
): Promise<InstanceRound> {
  const known = session.rounds.get(id)
  const round = known && state !== undefined ? { ...known, state } : await session.desk.api.round(id)
  session.rounds.set(id, round)
  return round
}

/** Says what begins and what ends; what goes on was said. */
function tellLasting(session: Session, place: Told['round'], conditions: readonly Condition[]): void {
  const scope = place?.id ?? ''
  const now = new Map(conditions.map((condition) => [`${scope} ${condition.code}`, condition]))
  for (const [key, told] of session.lasting) {
    if ((told.round?.id ?? '') !== scope || now.has(key)) continue
    session.lasting.delete(key)
    session.tell({
      level: 'note',
      code: `${told.code}-ended`,
      says: `no longer so: ${told.says}`,
      round: place,
    })
  }
  for (const [key, condition] of now) {
    if (session.lasting.has(key)) continue
    const told: Told = { ...condition, round: place }
    session.lasting.set(key, told)
    session.tell(told)
  }
}

async function tellFraud(
  session: Session,
  found: Found,
  round: InstanceRound,
  watched: Watched,
): Promise<void> {
  const says = describeFraud(found.fraud)
  const seen = { instance: session.instance, at: session.desk.now() }
  let file: string | null = null
  try {
    file = await writeEvidence(session.evidenceFolder, found, round, seen)
  } catch (error) {
    const why = `the evidence could not be written: ${causeOf(error)}; keep what follows`
    session.tell({ level: 'note', code: 'evidence-file', says: why, round: null })
  }
  watched.frauds.push({ key: found.key, says, file })
  const { fraud, steps, later } = found
  const place = { id: round.id, title: round.rules.title }
  session.tell({ level: 'fraud', code: fraud.kind, says, round: place, steps, evidence: file, later })
}

async function tellLook(session: Session, round: InstanceRound, look: Look): Promise<void> {
  const place = { id: round.id, title: round.rules.title }
  const { watched, summary, standing, notes, conditions, found } = look
  watched.frauds = [...watched.frauds]
  for (const fraud of found) await tellFraud(session, fraud, round, watched)
  if (session.standing.get(round.id) !== standing) {
    session.standing.set(round.id, standing)
    const level = look.followed ? 'ok' : 'note'
    session.tell({ level, code: 'standing', says: summary, round: place, log: look.log })
  }
  for (const says of notes) session.tell({ level: 'ok', code: 'receipt', says, round: place })
  tellLasting(session, place, conditions)
  session.watched.set(round.id, watched)
  if (!look.over || !look.shown) return
  session.done.add(round.id)
  // A proof that was found stays in the record; nothing else is needed of a round that is over.
  if (watched.frauds.length === 0) session.watched.delete(round.id)
  session.tell({ level: 'note', code: 'over', says: 'is over: nothing more is looked at', round: place })
}

/** Looks at one round. @returns whether its log was seen */
async function lookAt(session: Session, id: Bytes32, listed: Listed): Promise<boolean> {
  const { desk, collection, stop } = session
  const state = listed.states.get(id)
  const title = session.watched.get(id)?.title ?? `${id.slice(0, 10)}…`
  try {
    const round = await instanceRound(session, id, state)
    if (collection && round.rules.collection !== collection) {
      const says = `is of collection ${round.rules.collection} and not looked at`
      const level = session.only ? 'withheld' : 'note'
      tellLasting(session, { id, title: round.rules.title }, [{ level, code: 'collection', says, steps: [] }])
      return true
    }
    const given = session.receipts.filter(({ receipt }) => receipt.head.round === id)
    const watched = session.watched.get(id) ?? unseenRound(round.rules.title)
    const look = await lookAtRound(desk, round, watched, given)
    if (stop.aborted) return false
    if (listed.isWhole && state === undefined)
      look.conditions.push(withheld('unlisted', 'it is left out of the list of rounds'))
    await tellLook(session, round, look)
    return look.shown
  } catch (error) {
    if (stop.aborted) return false
    // Nothing that an instance answers may end the watch.
    const condition =
      error instanceof Unanswered
        ? unansweredCondition('round', error)
        : {
            level: 'withheld' as const,
            code: 'round',
            says: `could not be judged: ${causeOf(error)}`,
            steps: [],
          }
    tellLasting(session, { id, title }, [condition])
    return false
  }
}

/** Looks at every round once. @returns whether anything was seen */
export async function takeTurn(session: Session): Promise<boolean> {
  const listed = await listRounds(session)
  if (session.stop.aborted) return false
  const ids = roundsToLookAt(session, listed)
  if (ids.length > MOST_ROUNDS) {
    const says = `lists ${ids.length} rounds in progress; only ${MOST_ROUNDS} are looked at: name one with --round`
    listed.conditions.push({ level: 'withheld', code: 'too-many', says, steps: [] })
  }
  if (ids.length === 0 && listed.conditions.length === 0 && session.done.size === 0) {
    const says = 'no round is voting, counting or in its challenge'
    listed.conditions.push({ level: 'note', code: 'no-rounds', says, steps: [] })
  }
  tellLasting(session, null, listed.conditions)
  let isSeen =
    listed.states.size > 0 || (ids.length === 0 && listed.conditions.every(({ level }) => level === 'note'))
  for (const id of ids.slice(0, MOST_ROUNDS)) {
    if (session.stop.aborted) return isSeen
    const seen = await lookAt(session, id, listed)
    isSeen = session.only ? seen : isSeen || seen
  }
  return isSeen
}
