import type { DeviceStore } from '#components/voting/device-store.ts'
import type { BallotDraft, DraftAnswer } from '#lib/ballots/drafts/schema.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import { type Change, changesBetween, EMPTY_DRAFT, isSameDraft, withoutChanges } from './decisions.ts'
import type { DeviceDraft } from './device-draft.ts'
import type { DraftAnswered, DraftApi, Refused } from './draft-api.ts'
import type { Agreed, KeepRecord } from './keep-record.ts'
import { type Conflict, mergeDrafts, withTheirs } from './merge-drafts.ts'

export type KeepState =
  | { kind: 'looking' | 'saving' | 'saved' | 'offline' | 'signed-out' }
  | { kind: 'refused'; refused: Refused }
  /** Two devices decided differently; until it is answered nothing is saved over the other's. */
  | { kind: 'asks'; conflicts: Conflict[] }

/** How it stands, and what came from another device and can be undone. */
export type KeepView = { state: KeepState; arrived: readonly Change[] }

export type KeepParts = {
  address: Address
  api: DraftApi
  device: DeviceDraft
  record: DeviceStore<KeepRecord>
  /** Runs later, unless it is called off. */
  wait: (ms: number, run: () => void) => () => void
}

const SAVE_AFTER_MS = 1_500
const AGAIN_AFTER_MS = 15_000

/** One account's draft on this device and at the instance, kept alike. */
export class Keeping {
  readonly #parts: KeepParts
  readonly #listeners = new Set<() => void>()
  readonly #ends: (() => void)[] = []
  #view: KeepView = { state: { kind: 'looking' }, arrived: [] }
  /** What the other device saved, while it is asked whose decisions hold. */
  #asked: DraftAnswer | null = null
  #callOff = () => {}
  #isStopped = false
  #turn = Promise.resolve()

  constructor(parts: KeepParts) {
    this.#parts = parts
  }

  readonly view = (): KeepView => this.#view
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Fetches, puts together, and from then on saves what changes. */
  begin(): Promise<void> {
    const { address, device, record } = this.#parts
    if (!this.#agreed()) record.put({ agreed: { address, version: 0, savedAt: null, base: EMPTY_DRAFT } })
    this.#ends.push(device.subscribe(() => this.#changed()))
    return this.look()
  }

  /** Asks whether another device saved. */
  look(): Promise<void> {
    return this.#inTurn(async () => this.#settle(await this.#parts.api.read()))
  }

  /** Saves at once what waits to be saved. */
  save(): Promise<void> {
    this.#callOff()
    return this.#inTurn(async () => {
      const { api, address, device } = this.#parts
      const known = this.#agreed()
      if (!known || this.#asked) return
      const draft = device.read()
      if (known.version > 0 && isSameDraft(draft, known.base)) return this.#show({ state: { kind: 'saved' } })
      if (this.#view.state.kind !== 'offline') this.#show({ state: { kind: 'saving' } })
      this.#settle(await api.save({ address, base: known.version, draft }), draft)
    })
  }

  /** Which device's answer holds where they decided differently. */
  answer(whose: 'mine' | 'theirs'): Promise<void> {
    const { state } = this.#view
    const { device } = this.#parts
    if (state.kind !== 'asks' || !this.#asked?.draft) return this.#turn
    this.#agree(this.#asked, this.#asked.draft)
    this.#asked = null
    this.#show({ state: { kind: 'saving' } })
    if (whose === 'theirs') device.put(withTheirs(device.read(), state.conflicts))
    return this.save()
  }

  /** Takes back what came from another device. */
  undo(): Promise<void> {
    const { device } = this.#parts
    const { arrived } = this.#view
    this.#show({ arrived: [] })
    device.put(withoutChanges(device.read(), arrived))
    return this.save()
  }

  /** Deletes it there; here it stays. */
  forget(): Promise<void> {
    this.#callOff()
    return this.#inTurn(async () => {
      const answer = await this.#parts.api.forget()
      if (answer.kind === 'kept') this.#parts.record.put({ agreed: null })
      else this.#settle(answer)
    })
  }

  stop(): void {
    this.#isStopped = true
    this.#callOff()
    for (const end of this.#ends) end()
  }

  #agreed(): Agreed | null {
    const known = this.#parts.record.read().agreed
    return known?.address === this.#parts.address ? known : null
  }

  #agree({ version, savedAt }: DraftAnswer, base: BallotDraft): void {
    const { record, address } = this.#parts
    record.put({ agreed: { address, version, savedAt, base } })
  }

  #show(change: Partial<KeepView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }

  #later(ms: number, run: () => void): void {
    this.#callOff()
    this.#callOff = this.#parts.wait(ms, run)
  }

  /** One after the other: each rests on what the one before agreed on. */
  #inTurn(run: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(() => (this.#isStopped ? undefined : run()))
    return this.#turn
  }

  #changed(): void {
    const { kind } = this.#view.state
    if (kind === 'asks' || kind === 'signed-out' || kind === 'looking') return
    if (kind === 'saved') this.#show({ state: { kind: 'saving' } })
    this.#later(SAVE_AFTER_MS, () => void this.save())
  }

  #settle(answer: DraftAnswered, sent?: BallotDraft): void {
    if (this.#isStopped) return
    if (answer.kind === 'unreached') {
      this.#show({ state: { kind: 'offline' } })
      this.#later(AGAIN_AFTER_MS, () => void this.look())
    } else if (answer.kind === 'signed-out') this.#show({ state: { kind: 'signed-out' } })
    else if (answer.kind === 'refused') this.#show({ state: answer })
    else if (answer.kind === 'kept' && sent) {
      this.#agree(answer.stored, sent)
      void this.save()
    } else this.#meet(answer.stored)
  }

  /** Puts what is kept there together with what is here. */
  #meet(stored: DraftAnswer): void {
    const { address, record } = this.#parts
    const known = this.#agreed()
    if (!known) return
    if (stored.address !== address) return this.#show({ state: { kind: 'signed-out' } })
    if (!stored.draft && known.version > 0) return record.put({ agreed: null, isForgotten: true })
    if (stored.draft && stored.version !== known.version) this.#merge(stored, stored.draft, known.base)
    void this.save()
  }

  #merge(stored: DraftAnswer, theirs: BallotDraft, base: BallotDraft): void {
    const { device } = this.#parts
    const before = device.read()
    const { draft, conflicts } = mergeDrafts(base, before, theirs)
    const arrived = changesBetween(before, draft)
    this.#asked = conflicts.length > 0 ? stored : null
    if (this.#asked) this.#show({ state: { kind: 'asks', conflicts } })
    else this.#agree(stored, theirs)
    if (arrived.length === 0) return
    this.#show({ arrived })
    device.put(draft)
  }
}
