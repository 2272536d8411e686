import { join } from 'node:path'
import { rolldown } from 'rolldown'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { sampleFound } from '#components/workshop/provenance/found.ts'
import { decodePicture } from '#lib/critique/adapters/decode-picture.ts'
import { pixelHashOf } from '#lib/critique/pixel-hash.ts'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import { nearHashOf } from '#lib/provenance/reading/near-hash.ts'
import { png, stripes, withChunk } from '#scripts/testing/hostile-pictures.ts'
import { lookAtPicture, type Means, MOST_PICTURE_BYTES } from './look-at-picture.ts'

let bytes: Uint8Array
beforeAll(async () => {
  bytes = new Uint8Array(await stripes(120, 80).png().toBuffer())
})

const none = () => Response.json({ items: [], nextCursor: null })
const fileOf = (given: Uint8Array, name = 'tide.png') => new File([new Uint8Array(given)], name)

async function look(file: File, { ask = async () => none(), decode = decodePicture }: Partial<Means> = {}) {
  const stages: string[] = []
  const asked: string[] = []
  const answer = await lookAtPicture({ picture: file }, ({ kind }) => stages.push(kind), {
    decode,
    ask: (query) => {
      asked.push(String(query))
      return ask(query)
    },
  })
  return { answer, stages, asked }
}

describe('lookAtPicture', () => {
  it('asks by the very hashes that the server keeps, and by nothing else', async () => {
    const pixels = await decodePicture(bytes)
    if (!pixels) throw new Error('no picture')
    const { asked, stages, answer } = await look(fileOf(bytes))
    const bare = (hash: string) => hash.slice('sha256:'.length)
    expect(asked).toEqual([
      `sha256=${bare(fileHashOf(bytes))}&pixels=${bare(pixelHashOf(pixels))}&near=${nearHashOf(pixels)}`,
    ])
    expect(stages).toEqual(['reading', 'looking', 'asking'])
    expect(answer).toMatchObject({
      kind: 'done',
      result: { mime: 'image/png', size: { width: 120, height: 80 }, xmp: null, known: { works: [] } },
    })
  })

  it('hashes the pixels that it was given, wherever they lie in memory', async () => {
    const decode = async (given: Uint8Array) => {
      const pixels = await decodePicture(given)
      if (!pixels) return null
      const room = new Uint8ClampedArray(pixels.rgba.length + 40).fill(7)
      room.set(pixels.rgba, 16)
      return { ...pixels, rgba: room.subarray(16, 16 + pixels.rgba.length) }
    }
    expect((await look(fileOf(bytes), { decode })).asked).toEqual((await look(fileOf(bytes))).asked)
  })

  it('asks by the file alone where it does not open, and without looks where there are none', async () => {
    const closed = await look(fileOf(bytes), { decode: async () => null })
    expect(closed.asked[0]).toMatch(/^sha256=[0-9a-f]{64}$/)
    expect(closed.answer).toMatchObject({ result: { size: null } })
    const plain = sharp({ create: { width: 90, height: 90, channels: 3, background: '#888' } })
    const flat = await look(fileOf(new Uint8Array(await plain.png().toBuffer())))
    expect(flat.asked[0]).toMatch(/^sha256=[0-9a-f]{64}&pixels=[0-9a-f]{64}$/)
  })

  it('hands on what was found', async () => {
    const items = [sampleFound('file', 1)]
    const { answer } = await look(fileOf(bytes), {
      ask: async () => Response.json({ items, nextCursor: null }),
    })
    expect(answer).toMatchObject({ result: { known: { kind: 'asked', works: items } } })
  })

  it.each([
    ['is away', () => Promise.reject(new TypeError('fetch failed')), 'unreached'],
    ['fails', async () => new Response(null, { status: 503 }), 'unreached'],
    ['says something else', async () => Response.json({ items: [{}] }), 'unreached'],
    ['was asked too often', async () => new Response(null, { status: 429 }), 'busy'],
  ])('keeps what the file says when the server %s', async (_, ask, kind) => {
    expect((await look(fileOf(bytes), { ask })).answer).toMatchObject({
      kind: 'done',
      result: { name: 'tide.png', known: { kind } },
    })
  })

  it('refuses what is no picture, too large, or away, and asks nobody', async () => {
    const large = Object.defineProperty(fileOf(bytes), 'size', { value: MOST_PICTURE_BYTES + 1 })
    const away = Object.assign(fileOf(bytes), { arrayBuffer: () => Promise.reject(new Error('gone')) })
    const cases = [
      [fileOf(new TextEncoder().encode('<svg/>')), 'not-a-picture'],
      [fileOf(new Uint8Array()), 'not-a-picture'],
      [large, 'picture-too-large'],
      [away, 'picture-unreadable'],
    ] as const
    for (const [file, code] of cases) {
      const { answer, asked } = await look(file)
      expect(answer).toEqual({ kind: 'failed', code })
      expect(asked).toEqual([])
    }
  })

  it('needs nothing that browsers have not', async () => {
    const bundle = await rolldown({
      input: join(import.meta.dirname, 'picture-worker.ts'),
      platform: 'browser',
    })
    const { output } = await bundle.generate()
    await bundle.close()
    expect(output.flatMap((part) => ('imports' in part ? part.imports : []))).toEqual([])
  })

  it('reads hostile files without harm', async () => {
    const noisy = withChunk(await png(64), 'iTXt', new Uint8Array(5_000).fill(0x3c))
    const { answer } = await look(fileOf(noisy))
    expect(answer).toMatchObject({ kind: 'done', result: { mime: 'image/png' } })
  })
})
