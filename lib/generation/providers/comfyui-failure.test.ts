import { describe, expect, it } from 'vitest'
import { failureOfAnswer, failureOfEntry } from './comfyui-failure.ts'
import { type Entry, historySchema } from './comfyui-wire.ts'

const now = Date.parse('2026-01-01T00:00:00Z')

describe('an answer', () => {
  it.each([
    [400, 'invalid-input', 'invalid-input'],
    [413, 'invalid-input', 'invalid-input'],
    [422, 'invalid-input', 'invalid-input'],
    [401, 'auth', 'auth'],
    [403, 'auth', 'auth'],
    [402, 'budget-exceeded', 'budget-exceeded'],
    [404, 'transient', 'transient'],
    [429, 'rate-limited', 'rate-limited'],
    [503, 'capacity', 'capacity'],
    [500, 'unknown-outcome', 'transient'],
    [502, 'unknown-outcome', 'transient'],
    [504, 'unknown-outcome', 'transient'],
    [524, 'unknown-outcome', 'transient'],
  ])('%i', (status, create, read) => {
    const answer = { status, retryAfter: null, body: '<html>' }
    expect(failureOfAnswer(answer, 'create', now).failure.kind).toBe(create)
    expect(failureOfAnswer(answer, 'read', now).failure.kind).toBe(read)
    expect(failureOfAnswer(answer, 'read', now).message).toBe(`the server answered with ${status}`)
  })

  it.each([
    ['7', 7],
    [null, 10],
  ])('429 with a retry-after of %s waits', (retryAfter, retryAfterSeconds) => {
    const { failure } = failureOfAnswer({ status: 429, retryAfter, body: '' }, 'create', now)
    expect(failure).toEqual({ kind: 'rate-limited', retryAfterSeconds })
  })

  const error = { type: 'x', message: 'Prompt outputs failed validation', details: '', extra_info: {} }
  const reason = { type: 'value_not_in_list', message: 'Value not in list', details: 'ckpt_name: ‘a’' }
  it.each<[string, object, string]>([
    ['of the whole', { error, node_errors: {} }, 'Prompt outputs failed validation'],
    ['of a node', { error, node_errors: { 1: { errors: [reason] } } }, 'Value not in list: ckpt_name: ‘a’'],
    ['of old', { error: 'no prompt', node_errors: [] }, 'no prompt'],
  ])('says the reason %s', (_of, body, words) => {
    const answer = { status: 400, retryAfter: null, body: JSON.stringify(body) }
    expect(failureOfAnswer(answer, 'create', now).message).toBe(words)
  })
})

describe('a workflow that ended', () => {
  const saved = { '7': { images: [{ filename: 'a.png', subfolder: 'verso', type: 'output' }] } }
  const entry = (status_str: string, last: [string, object], outputs: object = {}): Entry => {
    const status = { status_str, completed: status_str === 'success', messages: [last] }
    return historySchema.parse({ one: { outputs, status } }).one as Entry
  }
  const broken = (exception_type: string, exception_message: string) =>
    entry('error', ['execution_error', { node_type: 'KSampler', exception_type, exception_message }])

  it.each<[string, Entry, string | undefined]>([
    ['well', entry('success', ['execution_success', {}], saved), undefined],
    [
      'with no status',
      historySchema.parse({ one: { outputs: saved, status: null } }).one as Entry,
      undefined,
    ],
    ['with nothing', entry('success', ['execution_success', {}]), 'artifact-invalid'],
    ['interrupted', entry('error', ['execution_interrupted', {}]), 'transient'],
    ['in an error', broken('RuntimeError', 'Expected all tensors on one device'), 'transient'],
    ['in an error without words', entry('error', ['execution_error', {}]), 'transient'],
    ['in an error without a message', entry('error', ['execution_start', {}]), 'transient'],
    ['with a full card', broken('torch.OutOfMemoryError', 'Allocation on device'), 'capacity'],
    ['with a full card, by its words', broken('RuntimeError', 'CUDA error: out of memory'), 'capacity'],
  ])('%s', (_how, one, kind) => expect(failureOfEntry(one)?.failure.kind).toBe(kind))

  it('says which node could not', () => {
    expect(failureOfEntry(broken('RuntimeError', 'mat1 and mat2\n'))?.detail).toBe('KSampler: mat1 and mat2')
  })
})
