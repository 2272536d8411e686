import { type Abi, type AbiItem, toEventSignature, toFunctionSignature } from 'viem'
import { expect, it } from 'vitest'
import { collectionAbi } from '#contracts-abi/collection.ts'
import { COLLECTION_CALLS } from '#lib/protocol/verify/collection-calls.ts'
import { COLLECTION_RECORD } from '#lib/protocol/verify/collection-record.ts'

type Field = { type: string; name?: string; indexed?: boolean; components?: readonly Field[] }

const shape = ({ type, name = '', indexed = false, components = [] }: Field): unknown => ({
  type,
  name,
  indexed,
  components: components.map(shape),
})

/** Name, order, types and indexed fields of everything an item takes. */
function inputsOf(abi: Abi) {
  const entry = (item: AbiItem): [string, unknown][] => {
    if (item.type === 'event') return [[`event ${toEventSignature(item)}`, item.inputs.map(shape)]]
    if (item.type !== 'function') return []
    const outputs = item.outputs.map((output) => ({ ...output, name: '' })).map(shape)
    return [[`function ${toFunctionSignature(item)}`, outputs]]
  }
  return new Map(abi.flatMap(entry))
}

it('reads the contract that is deployed, field by field', () => {
  const deployed = inputsOf(collectionAbi)
  const read = [...inputsOf(COLLECTION_RECORD)]
  expect(read.length).toBe(13)
  for (const [signature, fields] of read) expect(fields, signature).toEqual(deployed.get(signature))
})

it('calls the contract that is deployed, field by field', () => {
  const inputs = (abi: Abi) =>
    new Map(
      abi.flatMap((item) =>
        item.type === 'function' ? [[toFunctionSignature(item), item.inputs.map(shape)] as const] : [],
      ),
    )
  const deployed = inputs(collectionAbi)
  const called = [...inputs(COLLECTION_CALLS)]
  expect(called.length).toBe(3)
  for (const [signature, fields] of called) expect(fields, signature).toEqual(deployed.get(signature))
})
