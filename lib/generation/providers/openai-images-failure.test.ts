import { describe, expect, it } from 'vitest'
import { failureOfAnswer } from './openai-images-failure.ts'

const now = Date.parse('2026-01-01T00:00:00Z')

type Said = { code?: string | number | null; type?: string; message?: string }

const answer = (status: number, { message = 'said so', ...said }: Said = {}) => ({
  status,
  retryAfter: null,
  body: JSON.stringify({ error: { message, param: null, ...said } }),
})

describe('an answer', () => {
  it.each<[number, Said, string, string]>([
    [400, { code: 'unknown_parameter', type: 'invalid_request_error' }, 'invalid-input', 'invalid-input'],
    [400, { code: 'moderation_blocked', type: 'image_generation_user_error' }, 'moderated', 'moderated'],
    [400, { code: 'content_policy_violation' }, 'moderated', 'moderated'],
    [400, { code: 'content_filter' }, 'moderated', 'moderated'],
    [400, { code: 'billing_hard_limit_reached' }, 'budget-exceeded', 'budget-exceeded'],
    [400, { code: 'invalid_api_key' }, 'auth', 'auth'],
    [400, { code: 1300 }, 'invalid-input', 'invalid-input'],
    [401, { code: 'invalid_api_key' }, 'auth', 'auth'],
    [402, {}, 'budget-exceeded', 'budget-exceeded'],
    [403, { code: 'unsupported_country_region_territory' }, 'auth', 'auth'],
    [404, { code: 'model_not_found' }, 'invalid-input', 'invalid-input'],
    [408, {}, 'unknown-outcome', 'transient'],
    [413, {}, 'invalid-input', 'invalid-input'],
    [418, {}, 'unknown-outcome', 'transient'],
    [422, {}, 'invalid-input', 'invalid-input'],
    [429, { code: 'rate_limit_exceeded', type: 'requests' }, 'rate-limited', 'rate-limited'],
    [429, { code: null }, 'rate-limited', 'rate-limited'],
    [429, { code: 'insufficient_quota', type: 'insufficient_quota' }, 'budget-exceeded', 'budget-exceeded'],
    [429, { type: 'insufficient_quota' }, 'budget-exceeded', 'budget-exceeded'],
    [500, { type: 'server_error' }, 'unknown-outcome', 'transient'],
    [500, { code: 'rate_limit_exceeded' }, 'unknown-outcome', 'transient'],
    [502, {}, 'unknown-outcome', 'transient'],
    [503, { type: 'server_error' }, 'unknown-outcome', 'capacity'],
    [504, {}, 'unknown-outcome', 'transient'],
    [524, {}, 'unknown-outcome', 'transient'],
  ])('%i %j', (status, said, create, read) => {
    expect(failureOfAnswer(answer(status, said), 'create', now).failure.kind).toBe(create)
    expect(failureOfAnswer(answer(status, said), 'read', now).failure.kind).toBe(read)
  })

  it.each([
    'The engine is currently overloaded, please try again later',
    'The server is currently overloaded with other requests.',
    'Slow down: your request rate rose too fast.',
  ])('503 is a refusal only in the host’s own words: %s', (message) => {
    expect(failureOfAnswer(answer(503, { message }), 'create', now).failure.kind).toBe('capacity')
    const proxied = { status: 503, retryAfter: null, body: `<h1>${message}</h1>` }
    expect(failureOfAnswer(proxied, 'create', now).failure.kind).toBe('unknown-outcome')
    expect(failureOfAnswer(answer(500, { message }), 'create', now).failure.kind).toBe('unknown-outcome')
  })

  it.each([
    'Your request was rejected as a result of our safety system.',
    'The prompt contains NSFW content.',
  ])('400 without a code may still be about the words: %s', (message) => {
    expect(failureOfAnswer(answer(400, { message }), 'create', now).failure.kind).toBe('moderated')
    expect(failureOfAnswer(answer(404, { message: 'no such model' }), 'create', now).failure.kind).toBe(
      'invalid-input',
    )
  })

  it.each([
    ['{"error":"no credit left"}', 'no credit left'],
    ['{"error":{"code":"oops"}}', 'the provider answered with 402'],
    ['<html>', 'the provider answered with 402'],
    ['{"detail":"elsewhere"}', 'the provider answered with 402'],
  ])('says %s as %s', (body, words) => {
    const { message, failure } = failureOfAnswer({ status: 402, retryAfter: null, body }, 'create', now)
    expect([message, failure.kind]).toEqual([words, 'budget-exceeded'])
  })

  it('of 401 does not repeat what it says, which has the key in it', () => {
    const said = answer(401, { message: 'Incorrect API key provided: sk-proj-********wxyz.' })
    expect(failureOfAnswer(said, 'create', now).message).toBe('the provider does not know the key')
  })
})

describe('when to come back', () => {
  it.each<[string, Record<string, string>, string, number]>([
    ['by the header', { 'retry-after': '12' }, '', 12],
    ['by the header, to the millisecond', { 'retry-after-ms': '1500', 'retry-after': '9' }, '', 2],
    ['by a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, '', 30],
    [
      'by the limit that is used up',
      {
        'x-ratelimit-remaining-requests': '7',
        'x-ratelimit-reset-requests': '6m0s',
        'x-ratelimit-remaining-images': '0',
        'x-ratelimit-reset-images': '11.2s',
      },
      '',
      12,
    ],
    [
      'by the last of several limits',
      {
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-reset-requests': '1m12s',
        'x-ratelimit-remaining-tokens': '0',
        'x-ratelimit-reset-tokens': '20ms',
      },
      '',
      72,
    ],
    [
      'by the header before the limits',
      {
        'retry-after': '3',
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-reset-requests': '1h0m0s',
      },
      '',
      3,
    ],
    ['never longer than ten minutes', { 'retry-after': '86400' }, '', 600],
    ['by the words', {}, 'Limit 5, Used 5, Requested 1. Please try again in 12s. Visit 24h.', 12],
    ['by longer words', {}, 'Please try again in 1m12.5s.', 73],
    ['by short words', {}, 'Please try again in 20ms.', 1],
    ['by other words', {}, 'please slow down and try again after 51.81557421875 seconds', 52],
    ['by nothing', {}, 'Limit: 5/1min. Current: 6/1min.', 10],
    [
      'by nothing that can be read',
      { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': 'soon' },
      '',
      10,
    ],
  ])('%s', (_how, given, message, retryAfterSeconds) => {
    const headers = new Headers(given)
    const limited = {
      ...answer(429, { code: 'rate_limit_exceeded', message }),
      headers,
      retryAfter: headers.get('retry-after'),
    }
    expect(failureOfAnswer(limited, 'create', now).failure).toEqual({
      kind: 'rate-limited',
      retryAfterSeconds,
    })
  })
})
