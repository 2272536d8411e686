import { unitsOf } from './decimal.ts'
import type { VoteCode } from './finding-words.ts'
import type { CountedType } from './float-tally.ts'
import { greatestDivisor } from './fraction.ts'
import { JsonNumber } from './json-source.ts'

/** What a choice says, in the one way it can be read: choices by number, with a whole-numbered weight where there is one. */
export type ReadChoice = { numbers: readonly number[]; weights: readonly bigint[] }

type Read = { choice: ReadChoice; isPartial: boolean } | { code: VoteCode }

const KEY = /^[1-9][0-9]{0,5}$/
const CIPHERTEXT = /^0x[0-9a-fA-F]{64,}$/
const NO_WEIGHTS: readonly bigint[] = []

const isWithin = (number: number, choices: number) =>
  Number.isInteger(number) && number >= 1 && number <= choices

function readNumber(value: unknown, choices: number): number | VoteCode {
  if (!(value instanceof JsonNumber)) return 'choice-not-a-number'
  const number = Number(value.source)
  return isWithin(number, choices) ? number : 'choice-out-of-range'
}

function readSingle(value: unknown, choices: number): Read {
  if (Array.isArray(value) || (typeof value === 'object' && !(value instanceof JsonNumber)))
    return { code: 'choice-shape' }
  const number = readNumber(value, choices)
  if (typeof number === 'string') return { code: number }
  return { choice: { numbers: [number], weights: NO_WEIGHTS }, isPartial: false }
}

function readList(value: unknown, choices: number): Read {
  if (!Array.isArray(value)) return { code: 'choice-shape' }
  if (value.length === 0) return { code: 'choice-empty' }
  const read = value.map((entry) => readNumber(entry, choices))
  const fault = read.find((number) => typeof number === 'string')
  if (fault) return { code: fault }
  const numbers = read.filter((number) => typeof number === 'number')
  if (new Set(numbers).size !== numbers.length) return { code: 'choice-repeated' }
  return { choice: { numbers, weights: NO_WEIGHTS }, isPartial: numbers.length < choices }
}

function readWeight(value: unknown): bigint | VoteCode {
  if (!(value instanceof JsonNumber)) return 'weight-not-a-number'
  const read = unitsOf(value.source)
  if (!read || read.isFiner) return 'weight-too-fine'
  return read.units < 0n ? 'weight-negative' : read.units
}

function readWeights(value: unknown, choices: number): Read {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof JsonNumber)
    return { code: 'choice-shape' }
  const entries = Object.entries(value)
  if (entries.some(([key]) => !isWithin(Number(key), choices))) return { code: 'choice-out-of-range' }
  if (entries.some(([key]) => !KEY.test(key))) return { code: 'key-spelling' }
  const numbers: number[] = []
  const weights: bigint[] = []
  for (const [key, item] of entries) {
    const weight = readWeight(item)
    if (typeof weight === 'string') return { code: weight }
    if (weight === 0n) continue
    numbers.push(Number(key))
    weights.push(weight)
  }
  if (numbers.length === 0) return { code: 'choice-empty' }
  const common = weights.reduce(greatestDivisor)
  return { choice: { numbers, weights: weights.map((weight) => weight / common) }, isPartial: false }
}

/** Reads a choice strictly: one spelling for each meaning, and nothing is guessed. */
export function readChoice(type: CountedType, value: unknown, choices: number): Read {
  if (value === undefined || value === null) return { code: 'choice-missing' }
  if (typeof value === 'string' && CIPHERTEXT.test(value)) return { code: 'choice-shielded' }
  switch (type) {
    case 'basic':
    case 'single-choice':
      return readSingle(value, choices)
    case 'approval':
    case 'ranked-choice':
      return readList(value, choices)
    case 'weighted':
    case 'quadratic':
      return readWeights(value, choices)
  }
}
