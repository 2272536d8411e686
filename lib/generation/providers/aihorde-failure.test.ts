import { describe, expect, it } from 'vitest'
import { failureOfAnswer, failureOfStatus } from './aihorde-failure.ts'
import { type Status, statusSchema } from './aihorde-wire.ts'

const now = Date.parse('2026-01-01T00:00:00Z')
const answer = (status: number, rc: string | null, message = 'said so') => ({
  status,
  retryAfter: null,
  body: JSON.stringify({ message, ...(rc && { rc }) }),
})

describe('an answer', () => {
  it.each([
    [429, null, 'rate-limited', 'rate-limited'],
    [429, 'TooManyPrompts', 'rate-limited', 'rate-limited'],
    [403, 'TimeoutIP', 'rate-limited', 'rate-limited'],
    [403, 'KudosUpfront', 'capacity', 'capacity'],
    [403, 'NotTrusted', 'auth', 'auth'],
    [401, 'InvalidAPIKey', 'auth', 'auth'],
    [404, 'UserNotFound', 'auth', 'auth'],
    [403, 'SharedKeyEmpty', 'budget-exceeded', 'budget-exceeded'],
    [400, 'CorruptPrompt', 'moderated', 'moderated'],
    [400, 'MaintenanceMode', 'capacity', 'capacity'],
    [400, 'NoValidWorkers', 'capacity', 'capacity'],
    [400, 'InvalidSize', 'invalid-input', 'invalid-input'],
    [404, 'RequestNotFound', 'invalid-input', 'expired'],
    [410, 'RequestExpired', 'expired', 'expired'],
    [500, 'AbortedGen', 'transient', 'transient'],
    [503, null, 'capacity', 'capacity'],
    [500, null, 'unknown-outcome', 'transient'],
    [502, null, 'unknown-outcome', 'transient'],
  ])('%i %s', (status, rc, create, read) => {
    expect(failureOfAnswer(answer(status, rc), 'create', now).failure.kind).toBe(create)
    expect(failureOfAnswer(answer(status, rc), 'read', now).failure.kind).toBe(read)
    expect(failureOfAnswer(answer(status, rc), 'read', now).message).toBe('said so')
  })

  it('of no known shape still has words', () => {
    const broken = { status: 502, retryAfter: null, body: '<html>' }
    expect(failureOfAnswer(broken, 'read', now).message).toBe('the network answered with 502')
  })

  it.each([
    ['TimeoutIP', 'put into timeout for 90 more seconds', 90],
    ['TooManyPrompts', 'Parallel requests (31) exceeded user limit (30).', 60],
    [null, '2 per 1 second', 1],
  ])('%s says when to come back', (rc, message, retryAfterSeconds) => {
    expect(failureOfAnswer(answer(429, rc, message), 'create', now).failure).toEqual({
      kind: 'rate-limited',
      retryAfterSeconds,
    })
  })
})

describe('a request that ended', () => {
  const generation = {
    img: 'https://pictures.example/a.webp',
    seed: '7',
    worker_id: 'w',
    worker_name: 'A kind stranger',
    model: 'stable_diffusion',
  }
  const status = (changes: object): Status =>
    statusSchema.parse({
      waiting: 0,
      processing: 0,
      done: true,
      faulted: false,
      generations: [generation],
      ...changes,
    })
  it.each<[string, object, string | undefined]>([
    ['well', {}, undefined],
    ['with a number for a seed', { generations: [{ ...generation, seed: 7 }] }, undefined],
    ['in failure', { faulted: true, generations: [] }, 'transient'],
    ['with nothing', { generations: [] }, 'transient'],
    ['hidden', { generations: [{ ...generation, censored: true }] }, 'moderated'],
    ['hidden by state', { generations: [{ ...generation, state: 'censored' }] }, 'moderated'],
    [
      'hidden by its record',
      { generations: [{ ...generation, gen_metadata: [{ type: 'censorship', value: 'csam' }] }] },
      'moderated',
    ],
  ])('%s', (_how, changes, kind) => expect(failureOfStatus(status(changes))?.failure.kind).toBe(kind))
})
