import type { Address } from '#lib/protocol/primitives.ts'
import * as words from '#messages/provenance/against.ts'

/** What a bundle is held against besides itself; null where the visitor names nothing. */
export type Against = { rpcUrl: string | null; collection: Address | null }

export type AgainstFaults = { rpc?: string; collection?: string }

const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Why a text is no address of a node that a browser may ask; null when it is one. */
function nodeFault(text: string): string | null {
  if (!URL.canParse(text)) return words.incomplete
  const { protocol, hostname, username, password } = new URL(text)
  if (username || password) return words.withPassword
  if (protocol === 'https:' || (protocol === 'http:' && OWN_MACHINE.has(hostname))) return null
  return words.insecure
}

const isAddress = (text: string): text is Address => /^0x[0-9a-f]{40}$/.test(text)

/** Reads what was typed; empty fields name nothing. */
export function readAgainst(typed: {
  rpc: string
  collection: string
}): { kind: 'read'; against: Against } | { kind: 'faulty'; faults: AgainstFaults } {
  const rpc = typed.rpc.trim()
  const collection = typed.collection.trim().toLowerCase()
  const fault = rpc === '' ? null : nodeFault(rpc)
  const faults: AgainstFaults = {
    ...(fault && { rpc: fault }),
    ...(collection !== '' && !isAddress(collection) && { collection: words.noAddress }),
  }
  if (Object.keys(faults).length > 0) return { kind: 'faulty', faults }
  return {
    kind: 'read',
    against: { rpcUrl: rpc === '' ? null : rpc, collection: isAddress(collection) ? collection : null },
  }
}
