import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDeviceStore } from '#components/voting/device-store.ts'
import type { BallotDraft, DraftAnswer } from '#lib/ballots/drafts/schema.ts'
import { decisionsOf, EMPTY_DRAFT, isSameDraft } from './decisions.ts'
import type { DraftAnswered, DraftApi } from './draft-api.ts'
import { type KeepRecord, NOT_KEPT, parseRecord } from './keep-record.ts'
import { Keeping } from './keeping.ts'
import { someDraft } from './some-drafts.ts'

const ANNA = `0x${'a'.repeat(40)}` as const
const BEN = `0x${'b'.repeat(40)}` as const
const NONE = { version: 0, savedAt: null, draft: null }

/** An instance with one draft for whoever is signed in. */
function instance() {
  const kept = new Map<string, DraftAnswer>()
  const site = { signedIn: ANNA as `0x${string}` | null, answers: true, refuses: false, saves: 0, kept }
  const stored = (address: `0x${string}`) => kept.get(address) ?? { address, ...NONE }
  const as = async (run: (address: `0x${string}`) => DraftAnswered): Promise<DraftAnswered> => {
    if (!site.answers) return { kind: 'unreached' }
    return site.signedIn ? run(site.signedIn) : { kind: 'signed-out' }
  }
  const api: DraftApi = {
    read: () => as((address) => ({ kind: 'kept', stored: stored(address) })),
    save: (sent) =>
      as((address) => {
        if (sent.address !== address) return { kind: 'signed-out' }
        const refused = { code: 'draft-closed', title: 'Closed.', next: 'Stay.' }
        if (site.refuses) return { kind: 'refused', refused }
        const { version } = stored(address)
        if (version !== sent.base) return { kind: 'stale', stored: stored(address) }
        site.saves += 1
        kept.set(address, { address, version: (version || 1_000) + 1, savedAt: 7, draft: sent.draft })
        return { kind: 'kept', stored: stored(address) }
      }),
    forget: () =>
      as((address) => {
        kept.delete(address)
        return { kind: 'kept', stored: { address, ...NONE } }
      }),
  }
  return { site, kept, api }
}

function device(api: DraftApi, draft: Partial<BallotDraft> = {}, address: `0x${string}` = ANNA) {
  const entries = new Map<string, string>()
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  }
  const record = createDeviceStore<KeepRecord>(
    {
      key: 'kept',
      nothing: NOT_KEPT,
      parse: parseRecord,
      serialize: ({ agreed }) => agreed && JSON.stringify({ kept: 1, ...agreed }),
    },
    () => storage,
  )
  let here: BallotDraft = { ...EMPTY_DRAFT, ...draft }
  const listeners = new Set<() => void>()
  const local = {
    read: () => here,
    put(next: BallotDraft) {
      here = next
      for (const listener of listeners) listener()
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const wait = (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  }
  const keeping = new Keeping({ address, api, device: local, record, wait })
  return {
    keeping,
    record,
    local,
    entries,
    decide: (next: Partial<BallotDraft>) => local.put({ ...here, ...next }),
  }
}
type Device = ReturnType<typeof device>

const quiet = async () => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve()
}
const kind = ({ keeping }: Device) => keeping.view().state.kind

afterEach(() => {
  vi.useRealTimers()
})

async function twoDevices(first: Partial<BallotDraft>, second: Partial<BallotDraft>) {
  vi.useFakeTimers()
  const { site, api, kept } = instance()
  const [a, b] = [device(api, first), device(api, second)]
  await a.keeping.begin()
  await quiet()
  await b.keeping.begin()
  await quiet()
  return { site, kept, a, b }
}

describe('a draft on two devices', () => {
  it('is put together on the second, which says what came, and then on the first', async () => {
    const { a, b, kept } = await twoDevices({ picks: [1, 2] }, { picks: [4] })
    expect(b.local.read().picks).toEqual([1, 2, 4])
    expect(b.keeping.view().arrived).toHaveLength(2)
    expect(kept.get(ANNA)?.draft?.picks).toEqual([1, 2, 4])
    expect([kind(a), kind(b)]).toEqual(['saved', 'saved'])
    await a.keeping.look()
    await quiet()
    expect(a.local.read().picks).toEqual([1, 2, 4])
    expect(parseRecord(a.entries.get('kept') ?? null).agreed?.savedAt).toBe(7)
  })

  it('saves what changes once it rests, and nothing without a change', async () => {
    const { a, site } = await twoDevices({ picks: [1] }, { picks: [1] })
    const before = site.saves
    a.decide({ picks: [1, 2] })
    a.decide({ picks: [1, 2, 3] })
    expect(kind(a)).toBe('saving')
    await vi.advanceTimersByTimeAsync(5_000)
    expect([kind(a), site.saves]).toEqual(['saved', before + 1])
    await a.keeping.save()
    await a.keeping.look()
    await quiet()
    expect(site.saves).toBe(before + 1)
  })

  it('undoes what came, and the other device learns of it', async () => {
    const { a, b } = await twoDevices({ picks: [1, 2] }, { picks: [4] })
    b.decide({ picks: [1, 2, 4, 5] })
    await b.keeping.undo()
    await quiet()
    expect([b.local.read().picks, b.keeping.view().arrived]).toEqual([[4, 5], []])
    await a.keeping.look()
    await quiet()
    expect(a.local.read().picks).toEqual([4, 5])
  })

  it.each(['mine', 'theirs'] as const)(
    'asks where both decided, saves nothing before, and takes %s',
    async (whose) => {
      const { a, b, kept, site } = await twoDevices({ picks: [3], note: 'ink' }, { passes: [3], note: '' })
      expect(b.keeping.view().state).toMatchObject({ kind: 'asks', conflicts: [{ matter: 'mark 3' }] })
      expect(b.local.read()).toMatchObject({ passes: [3], note: 'ink' })
      const before = site.saves
      b.decide({ passes: [3, 5] })
      await b.keeping.save()
      await b.keeping.look()
      await vi.advanceTimersByTimeAsync(60_000)
      expect([kind(b), site.saves, kept.get(ANNA)?.draft?.picks]).toEqual(['asks', before, [3]])
      await b.keeping.answer(whose)
      await quiet()
      const result = whose === 'mine' ? { picks: [], passes: [3, 5] } : { picks: [3], passes: [5] }
      expect(kept.get(ANNA)?.draft).toMatchObject(result)
      await a.keeping.look()
      await quiet()
      expect(a.local.read()).toMatchObject(result)
    },
  )

  it('ends alike on both, whatever was decided, as soon as it is answered', async () => {
    await fc.assert(
      fc.asyncProperty(someDraft(5), someDraft(5), someDraft(5), async (one, two, later) => {
        const { a, b } = await twoDevices(one, two)
        await b.keeping.answer('mine')
        await quiet()
        a.decide(later)
        await a.keeping.save()
        await quiet()
        await a.keeping.answer('theirs')
        await quiet()
        await b.keeping.look()
        await quiet()
        expect([kind(a), kind(b)]).toEqual(['saved', 'saved'])
        expect(isSameDraft(a.local.read(), b.local.read())).toBe(true)
        const all = [one, two, later].map(decisionsOf)
        for (const [matter, value] of decisionsOf(b.local.read()))
          expect(all.map((draft) => draft.get(matter))).toContain(value)
      }),
      { numRuns: 60 },
    )
  })
})

describe('what goes wrong', () => {
  it('is tried again when the instance does not answer, and saves what was decided meanwhile', async () => {
    const { a, site, kept } = await twoDevices({ picks: [1] }, {})
    site.answers = false
    a.decide({ picks: [1, 9] })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(kind(a)).toBe('offline')
    site.answers = true
    await vi.advanceTimersByTimeAsync(30_000)
    expect([kind(a), kept.get(ANNA)?.draft?.picks]).toEqual(['saved', [1, 9]])
  })

  it('is said when it refuses, and a later change is tried again', async () => {
    const { a, site } = await twoDevices({ picks: [1] }, {})
    site.refuses = true
    a.decide({ picks: [2] })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(a.keeping.view().state).toMatchObject({ kind: 'refused', refused: { code: 'draft-closed' } })
    site.refuses = false
    a.decide({ picks: [3] })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(kind(a)).toBe('saved')
  })

  it.each([null, BEN])('never reaches the draft of another: signed in is %s', async (signedIn) => {
    const { a, site, kept } = await twoDevices({ picks: [1] }, {})
    site.signedIn = signedIn
    a.decide({ picks: [1, 6] })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(kind(a)).toBe('signed-out')
    await a.keeping.look()
    await quiet()
    expect([kind(a), kept.get(BEN), kept.get(ANNA)?.draft?.picks]).toEqual(['signed-out', undefined, [1]])
  })

  it('is not kept again by a device that another had it forgotten from', async () => {
    const { a, b, kept } = await twoDevices({ picks: [1] }, { picks: [2] })
    await a.keeping.forget()
    expect([kept.size, a.entries.has('kept'), a.local.read().picks]).toEqual([0, false, [1]])
    b.decide({ picks: [1, 2, 3] })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(b.record.read()).toMatchObject({ agreed: null, isForgotten: true })
    expect([kept.size, b.local.read().picks]).toEqual([0, [1, 2, 3]])
  })

  it('says that it could not be forgotten', async () => {
    const { a, site, kept } = await twoDevices({ picks: [1] }, {})
    site.answers = false
    await a.keeping.forget()
    expect([kind(a), kept.size, a.entries.has('kept')]).toEqual(['offline', 1, true])
  })

  it('is nothing to a record that cannot be read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (raw) => {
        expect(parseRecord(raw)).toEqual({ agreed: null })
      }),
    )
  })
})
