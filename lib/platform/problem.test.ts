import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { ERROR_COPY } from './error-copy.ts'
import { AppError } from './errors.ts'
import { problemAnswer, responseOf } from './http-answer.ts'
import { problemOf } from './problem.ts'

describe('problemOf', () => {
  it('has words and a way on for every code', () => {
    for (const [code, copy] of Object.entries(ERROR_COPY)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(copy.title.length, code).toBeGreaterThan(10)
      expect(copy.next.length, code).toBeGreaterThan(10)
      expect(copy.title).not.toMatch(/oops|something went wrong/i)
    }
  })
  it('says nothing of what was inside the unexpected', () => {
    const problem = problemOf(new Error('password=hunter2 at /srv/app.ts'))
    expect(problem.code).toBe('internal')
    expect(JSON.stringify(problem)).not.toContain('hunter2')
  })
  it('names the fields of a bad input', () => {
    const parsed = z.object({ title: z.string(), places: z.int() }).safeParse({ title: 3 })
    expect(problemOf(parsed.error).fields).toMatchObject({
      title: expect.any(String),
      places: expect.any(String),
    })
  })
  it('passes protocol codes through', () => {
    expect(
      problemOf(
        new ProtocolError('sequence-used', 'sequence {next} is used; the last one is {lastSequence}', {
          next: 2n,
          lastSequence: 2n,
        }),
      ),
    ).toMatchObject({
      code: 'sequence-used',
      status: 409,
    })
  })
  it('answers as problem+json', async () => {
    const answer = responseOf(problemAnswer(new AppError('round-unknown', { detail: 'two-inks' }), '/rounds'))
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ code: 'round-unknown', detail: 'two-inks' })
  })
})
