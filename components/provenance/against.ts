import type { Address } from '#lib/protocol/primitives.ts'

/** What a bundle is held against besides itself; null where the visitor names nothing. */
export type Against = { rpcUrl: string | null; collection: Address | null }

export type AgainstFaults = { rpc?: string; collection?: string }

const OWN_MACHINE = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Why a text is no address of a node that a browser may ask; null when it is one. */
function nodeFault(text: string): string | null {
  if (!URL.canParse(text)) return 'Write the whole address, as in https://node.example.'
  const { protocol, hostname, username, password } = new URL(text)
  if (username || password) return 'A browser sends no name and password in an address. Leave them out.'
  if (protocol === 'https:' || (protocol === 'http:' && OWN_MACHINE.has(hostname))) return null
  return 'Only https, or http to a node on your own machine: on the way, anyone could change the answers.'
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
    ...(collection !== '' && !isAddress(collection) && { collection: '0x and 40 digits or letters a to f.' }),
  }
  if (Object.keys(faults).length > 0) return { kind: 'faulty', faults }
  return {
    kind: 'read',
    against: { rpcUrl: rpc === '' ? null : rpc, collection: isAddress(collection) ? collection : null },
  }
}
