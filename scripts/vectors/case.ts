import { ProtocolError } from '#lib/protocol/errors.ts'

/** One line of a vector file: what goes in, and what comes out, or the code of the refusal. */
export type Case = { name: string; in: unknown; out: unknown } | { name: string; in: unknown; code: string }

/** Runs the protocol on an input; a refusal becomes its code. */
export async function caseOf(name: string, given: unknown, work: () => unknown): Promise<Case> {
  try {
    return { name, in: given, out: await work() }
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    return { name, in: given, code: error.code }
  }
}

/** One case for each named input. */
export function casesOf<T>(inputs: Record<string, T>, work: (given: T) => unknown): Promise<Case[]> {
  return Promise.all(Object.entries(inputs).map(([name, given]) => caseOf(name, given, () => work(given))))
}
