import { expect, it } from 'vitest'
import { parseReceipt } from '#lib/protocol/receipt.ts'
import { sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { receiptCalls } from './receipt-calls.ts'

it('writes both calls with the figures of the receipt', async () => {
  const { input, roundId } = await sampleRound()
  const { rules, leaves, heads } = input
  const sealed = heads.at(-1)
  const receipt = parseReceipt({
    leaf: leaves[0],
    leafIndex: 0,
    path: [],
    head: sealed?.head,
    headSignature: sealed?.signature,
  })
  const facts = { slug: 's', title: 't', roundId, rules, operators: [], anchored: null, now: 0 }
  const [seal, post] = receiptCalls(receipt, facts, '0xabcd')
  expect(seal).toMatchObject({ until: rules.closesAt + rules.sealGrace })
  expect(seal?.command).toContain(
    `"anchorHead(bytes32,uint40,bytes32,uint40,bytes)" ${roundId} 6 ${sealed?.head.root} `,
  )
  expect(post).toMatchObject({ until: rules.closesAt })
  expect(post?.command).toContain(
    `cast send ${rules.collection} "postBallot(bytes32,bytes)" ${roundId} 0xabcd`,
  )
})
