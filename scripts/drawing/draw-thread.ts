import { constants, setPriority } from 'node:os'
import { type Commission, drawPng } from '#lib/generation/artist/draw.ts'
import type { Drawn } from '#lib/generation/providers/procedural.ts'
import { answerOrders } from '#scripts/threads/answer-orders.ts'

// On Linux this is the priority of the calling thread alone: whoever looks at a page goes before who draws.
setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)

function draw(commission: Commission): Drawn & { png: Uint8Array<ArrayBuffer> } {
  const { rgb: _rgb, ...drawing } = drawPng(commission)
  return { ...drawing, png: new Uint8Array(drawing.png) }
}

answerOrders(draw, ({ png }) => [png.buffer])
