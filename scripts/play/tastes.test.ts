import { expect, it } from 'vitest'
import { METHODS } from '#lib/protocol/methods/registry.ts'
import { METHOD_IDS } from '#lib/protocol/rules.ts'
import { sampleChoiceContext, sampleRulesBy } from '#lib/protocol/verify/sample-facts.ts'
import { choicesBy } from './tastes.ts'

it.each(METHOD_IDS)('says by %s what a ballot may say, and the same every time', (method) => {
  const limits = { ...sampleRulesBy(method).limits, ...(method !== 'single' && { maxChoices: 6 }) }
  const context = sampleChoiceContext(limits, 8)
  const spoken = new Set<string>()
  for (let n = 0; n < 40; n += 1) {
    const [text, again] = [0, 1].map(() => METHODS[method].format(choicesBy(method, n, context, 7 + n)))
    expect(again).toBe(text)
    expect(METHODS[method].format(METHODS[method].parse(text ?? '', context))).toBe(text)
    spoken.add(text ?? '-')
  }
  expect(spoken.size).toBeGreaterThan(4)
  expect(spoken).not.toContain('-')
})
