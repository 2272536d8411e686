import { validateWebhook } from 'replicate'
import { describe, expect, it } from 'vitest'
import { checkDelivery, signDelivery, WEBHOOK_TOLERANCE_SECONDS } from './webhook-signature.ts'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const now = 1_700_000_000
const unsigned = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: String(now), body: '{"test": 2432232314}' }
const delivery = { ...unsigned, signature: signDelivery(unsigned, secret) }

describe('the signature of a webhook', () => {
  it('is the one of the Standard Webhooks specification, and the vendor’s client agrees', async () => {
    const given = { ...unsigned, timestamp: '1614265330' }
    const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='
    expect(signDelivery(given, secret)).toBe(signature)
    expect(await validateWebhook({ ...given, signature, secret })).toBe(true)
    expect(await validateWebhook({ ...delivery, secret })).toBe(true)
  })

  it.each<[string, Partial<typeof delivery>, number, string]>([
    ['as sent', {}, 0, 'valid'],
    ['one of several', { signature: `v1,AAAA ${delivery.signature}` }, 0, 'valid'],
    ['at the edge', {}, WEBHOOK_TOLERANCE_SECONDS, 'valid'],
    ['past the edge', {}, WEBHOOK_TOLERANCE_SECONDS + 1, 'stale'],
    ['from the future', {}, -WEBHOOK_TOLERANCE_SECONDS - 1, 'stale'],
    ['another body', { body: '{"test": 2432232315}' }, 0, 'forged'],
    ['another id', { id: 'msg_other' }, 0, 'forged'],
    ['a fresh time', { timestamp: String(now + 1) }, 0, 'forged'],
    ['no version', { signature: delivery.signature.slice(3) }, 0, 'forged'],
    ['nothing', { signature: '' }, 0, 'forged'],
    ['a longer one', { signature: `${delivery.signature}A` }, 0, 'forged'],
  ])('%s', (_name, changes, late, verdict) =>
    expect(checkDelivery({ ...delivery, ...changes }, secret, now + late)).toBe(verdict),
  )

  it('with another secret is forged', () => expect(checkDelivery(delivery, 'whsec_AAAA', now)).toBe('forged'))

  it('over a time that is none is forged even when signed', () => {
    const odd = { ...unsigned, timestamp: '17e8' }
    expect(checkDelivery({ ...odd, signature: signDelivery(odd, secret) }, secret, now)).toBe('forged')
  })
})
