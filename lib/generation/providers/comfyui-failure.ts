import type { Answer, During } from '#lib/generation/adapters/json-call.ts'
import type { ProviderError, ProviderFailure } from '#lib/generation/provider-error.ts'
import { type Entry, nodeErrorSchema, problemSchema } from './comfyui-wire.ts'
import { containerFailure } from './container-failure.ts'

/** In the server's words: what was wrong with which input, else with the whole. */
function wordsOf(body: string): string {
  try {
    const { error, node_errors } = problemSchema.parse(JSON.parse(body))
    const reasons = Object.values(node_errors).flatMap(({ errors }) => errors)
    const told = reasons.length > 0 ? reasons : [error]
    return told
      .map(({ message, details }) => (details ? `${message}: ${details}` : message))
      .join('; ')
      .slice(0, 500)
  } catch {
    return ''
  }
}

/**
 * What an answer other than 2xx means: the server's own are 400 and 500, all others come from what stands
 * before it.
 * @param now wall time in milliseconds
 */
export function failureOfAnswer(answer: Answer, during: During, now: number): ProviderError {
  const otherwise = `the server answered with ${answer.status}`
  return containerFailure({ answer, during, now, words: wordsOf(answer.body), otherwise })
}

type Failed = { failure: ProviderFailure; detail: string }

/** Why a workflow that has ended has no picture. */
export function failureOfEntry({ outputs, status }: Entry): Failed | null {
  const messages = new Map(status?.messages.map(([name, data]) => [name, data]))
  if (messages.has('execution_interrupted'))
    return { failure: { kind: 'transient' }, detail: 'the run was interrupted at the server' }
  const error = nodeErrorSchema.safeParse(messages.get('execution_error'))
  if (error.success) {
    const { node_type, exception_type, exception_message } = error.data
    const detail = `${node_type}: ${exception_message.trim()}`.slice(0, 500)
    const full = /out ?of ?memory|allocation on device/i.test(`${exception_type} ${exception_message}`)
    return { failure: { kind: full ? 'capacity' : 'transient' }, detail }
  }
  if (status?.status_str === 'error') return { failure: { kind: 'transient' }, detail: 'the run failed' }
  if (Object.values(outputs).some(({ images }) => images && images.length > 0)) return null
  return { failure: { kind: 'artifact-invalid' }, detail: 'the run has no output' }
}
