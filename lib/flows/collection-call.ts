import { type ContractFunctionArgs, type ContractFunctionName, encodeFunctionData, type Hex } from 'viem'
import { collectionAbi } from '#contracts-abi/collection.ts'
import type { CallView } from '#lib/rounds/schema.ts'

type Name = ContractFunctionName<typeof collectionAbi, 'nonpayable'>

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(plain)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]))
  return value
}

/** One call on a collection, as a wallet sends it and as a person reads it. */
export function collectionCall<F extends Name>(
  to: Hex,
  functionName: F,
  args: ContractFunctionArgs<typeof collectionAbi, 'nonpayable', F>,
): CallView {
  const data = encodeFunctionData<typeof collectionAbi, Name>({
    abi: collectionAbi,
    functionName,
    args: args as ContractFunctionArgs<typeof collectionAbi, 'nonpayable', Name>,
  })
  return { to, functionName, args: (plain(args) as unknown[]) ?? [], data }
}
