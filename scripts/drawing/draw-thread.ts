import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { type Commission, drawPng } from '#lib/generation/artist/draw.ts'

export type Order = { id: number; commission: Commission }
export type Delivered =
  | { id: number; drawing: Omit<ReturnType<typeof drawPng>, 'rgb'> }
  | { id: number; failed: string }

// On Linux this is the priority of the calling thread alone: whoever looks at a page goes before who draws.
setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)

/** Draws what it is sent, one after another. */
parentPort?.on('message', ({ id, commission }: Order) => {
  const send = (message: Delivered, move: ArrayBuffer[] = []) => parentPort?.postMessage(message, move)
  try {
    const { rgb: _rgb, ...drawing } = drawPng(commission)
    const png = new Uint8Array(drawing.png)
    send({ id, drawing: { ...drawing, png } }, [png.buffer])
  } catch (error) {
    send({ id, failed: error instanceof Error ? error.message : String(error) })
  }
})
