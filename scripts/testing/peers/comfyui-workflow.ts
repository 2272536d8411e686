import { crc32 } from 'node:zlib'

type Node = { class_type: string; inputs: Record<string, unknown> }
/** A workflow in the server's own format. */
export type Graph = Record<string, Node>

/** The largest seed of a KSampler, 2^64 − 1; JSON numbers of ours end far below. */
const MOST_SEED = 2 ** 64 - 1

/** What is wrong with a node, as the server would say it; null when nothing is. */
export function errorOf({ class_type, inputs }: Node, lists: Record<string, string[]>, graph: Graph) {
  for (const [name, value] of Object.entries(inputs)) {
    if (Array.isArray(value) && !graph[String(value[0])])
      return { type: 'exception_during_inner_validation', message: 'Exception', details: String(value[0]) }
    const list = lists[name]
    if (list && !list.includes(String(value)))
      return {
        type: 'value_not_in_list',
        message: 'Value not in list',
        details: `${name}: '${value}' not in ${JSON.stringify(list).replaceAll('"', "'")}`,
      }
  }
  const { seed, steps } = inputs
  const isWrong = (value: unknown, most: number) => !Number.isInteger(value) || Number(value) > most
  if (class_type === 'KSampler' && (isWrong(seed, MOST_SEED) || isWrong(steps, 10_000)))
    return { type: 'value_bigger_than_max', message: 'Value too big', details: 'seed' }
  return null
}

/** A text chunk after the header of a PNG, as the server keeps the workflow in its files. */
export function withText(png: Uint8Array, keyword: string, text: string): Buffer {
  const data = Buffer.from(`tEXt${keyword}\0${text}`, 'latin1')
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length - 4)
  sum.writeUInt32BE(crc32(data))
  return Buffer.concat([png.subarray(0, 33), length, data, sum, png.subarray(33)])
}

/** What a workflow draws: the words before its sampler, and its seed and size. */
export function commissionOf(graph: Graph) {
  const nodes = Object.values(graph)
  const inputsOf = (kind: string) => nodes.find(({ class_type }) => class_type === kind)?.inputs ?? {}
  const sampler = inputsOf('KSampler')
  const positive = graph[String((sampler.positive as unknown[])[0])]
  const { width, height } = inputsOf('EmptyLatentImage')
  return {
    prompt: String(positive?.inputs.text),
    seed: Number(sampler.seed),
    width: Number(width),
    height: Number(height),
  }
}
