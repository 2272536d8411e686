import type { Abi, Hex, PublicClient } from 'viem'
import { AppError } from '#lib/platform/errors.ts'

const CALLS_PER_REQUEST = 500

type Question = { address: Hex; abi: Abi; functionName: string; argsOf: (account: Hex) => readonly unknown[] }

/**
 * One answer for each account, many calls in one request. Works on any chain and at any block.
 * @throws AppError power-unavailable when a single call fails: a failed call is not zero
 */
export async function readValues(
  client: PublicClient,
  question: Question,
  accounts: readonly Hex[],
  blockNumber?: bigint,
): Promise<unknown[]> {
  const { address, abi, functionName, argsOf } = question
  const values: unknown[] = []
  for (let from = 0; from < accounts.length; from += CALLS_PER_REQUEST) {
    const part = accounts.slice(from, from + CALLS_PER_REQUEST)
    const answers = await client
      .multicall({
        allowFailure: true,
        deployless: true,
        batchSize: 8_192,
        ...(blockNumber !== undefined && { blockNumber }),
        contracts: part.map((account) => ({ address, abi, functionName, args: argsOf(account) })),
      })
      .catch((error: unknown) => {
        throw new AppError('power-unavailable', { cause: error })
      })
    for (const answer of answers) {
      if (answer.status !== 'success')
        throw new AppError('power-unavailable', { detail: `${functionName} failed at ${address}` })
      values.push(answer.result)
    }
  }
  return values
}

/** The same for unsigned integers. @throws AppError power-unavailable */
export async function readAll(
  client: PublicClient,
  question: Question,
  accounts: readonly Hex[],
  blockNumber?: bigint,
): Promise<bigint[]> {
  const values = await readValues(client, question, accounts, blockNumber)
  return values.map((value) => {
    if (typeof value === 'bigint') return value
    throw new AppError('power-unavailable', { detail: `${question.functionName} gave no amount` })
  })
}
