import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { BriefProgress, PictureProgress } from '#lib/generation/schema.ts'
import { openProgressLink, type Source, type Told, withTold } from './progress-link.ts'

const picture = (index: number, state: PictureProgress['state'] = 'queued'): PictureProgress => ({
  taskId: '018f0000-0000-7000-8000-000000000000',
  index,
  try: 0,
  triesLeft: 0,
  provider: 'procedural',
  seed: '1',
  attempts: 0,
  contentHash: null,
  title: null,
  moved: null,
  picture: null,
  state,
  reason: null,
  findings: [],
})

const progress = (lastEvent: number, settled = false): BriefProgress => ({
  items: [picture(0), picture(1)],
  nextCursor: null,
  settled,
  lastEvent,
})

describe('what is told', () => {
  const known = progress(4)
  it.each<[string, Told, BriefProgress]>([
    [
      'replaces its picture',
      { kind: 'picture', sequence: 5, picture: picture(1, 'passed') },
      { ...known, items: [picture(0), picture(1, 'passed')], lastEvent: 5 },
    ],
    ['twice changes nothing', { kind: 'picture', sequence: 4, picture: picture(1, 'passed') }, known],
    ['as an older answer changes nothing', { kind: 'answer', progress: progress(3, true) }, known],
    ['as a newer answer counts', { kind: 'answer', progress: progress(9, true) }, progress(9, true)],
  ])('%s', (_name, told, after) => expect(withTold(known, told)).toEqual(after))

  it('settles a brief with its last picture, until one is asked for again', () => {
    const one = withTold(known, { kind: 'picture', sequence: 5, picture: picture(0, 'passed') })
    expect(one.settled).toBe(false)
    const all = withTold(one, { kind: 'picture', sequence: 6, picture: picture(1, 'turned-away') })
    expect(all.settled).toBe(true)
    expect(withTold(all, { kind: 'picture', sequence: 7, picture: picture(1) }).settled).toBe(false)
  })
})

class FakeSource implements Source {
  readyState = 0
  readonly after: number
  private readonly target = new EventTarget()
  constructor(after: number) {
    this.after = after
  }
  addEventListener(name: string, listener: (event: Event) => void) {
    this.target.addEventListener(name, listener)
  }
  close() {
    this.readyState = 2
  }
  emit(name: string, more: object = {}) {
    this.target.dispatchEvent(Object.assign(new Event(name), more))
  }
}

function linkOver(ask = vi.fn(async (_signal: AbortSignal) => progress(9))) {
  const sources: FakeSource[] = []
  const told: Told[] = []
  const said: string[] = []
  const end = openProgressLink({
    openSource: (after) => {
      const source = new FakeSource(after)
      sources.push(source)
      return source
    },
    ask,
    lastEvent: () => 4,
    tell: (one) => told.push(one),
    say: (state) => said.push(state),
  })
  const [source] = sources
  if (!source) throw new Error('it did not connect')
  return { source, sources, ask, told, said, end }
}

describe('a link', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is told, and does not ask', async () => {
    const { source, ask, told, said } = linkOver()
    expect(source.after).toBe(4)
    source.emit('open')
    source.emit('picture', { lastEventId: '5', data: JSON.stringify(picture(0, 'rendering')) })
    source.emit('settled')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(told).toEqual([{ kind: 'picture', sequence: 5, picture: picture(0, 'rendering') }])
    expect(said).toEqual(['live'])
    expect(ask).not.toHaveBeenCalled()
    expect(source.readyState).toBe(2)
  })

  it('asks while the stream is away, and stops once it is back', async () => {
    const { source, ask, said } = linkOver()
    source.emit('open')
    source.emit('error')
    await vi.advanceTimersByTimeAsync(2_500)
    expect(ask).toHaveBeenCalledTimes(2)
    source.emit('open')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(ask).toHaveBeenCalledTimes(2)
    expect(said).toEqual(['live', 'asking', 'asking', 'live'])
  })

  it('gives the stream up after three failures and goes on asking until the end', async () => {
    const { source, ask, told } = linkOver()
    for (let failed = 0; failed < 3; failed++) source.emit('error')
    expect(source.readyState).toBe(2)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(ask).toHaveBeenCalledTimes(3)
    ask.mockResolvedValueOnce(progress(12, true))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(ask).toHaveBeenCalledTimes(4)
    expect(told.at(-1)).toEqual({ kind: 'answer', progress: progress(12, true) })
  })

  it('gives up at once what the server refuses', async () => {
    const { source, ask } = linkOver()
    source.close()
    source.emit('error')
    await vi.advanceTimersByTimeAsync(100)
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('says that it is lost, and asks on', async () => {
    const { source, ask, said } = linkOver()
    ask.mockRejectedValue(new TypeError('offline'))
    source.emit('error')
    await vi.advanceTimersByTimeAsync(4_500)
    expect(said).toEqual(['lost', 'lost', 'lost'])
    ask.mockResolvedValue(progress(9))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(said.at(-1)).toBe('asking')
  })

  it('ends when the page goes, whatever is under way', async () => {
    const { source, ask, told, end } = linkOver()
    source.emit('error')
    await vi.advanceTimersByTimeAsync(10)
    const before = told.length
    end()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(ask).toHaveBeenCalledTimes(1)
    expect(told).toHaveLength(before)
    expect(source.readyState).toBe(2)
    expect(vi.getTimerCount()).toBe(0)
  })
})
