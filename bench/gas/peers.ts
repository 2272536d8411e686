import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Abi, Hex } from 'viem'
import { z } from 'zod'

const root = path.join(import.meta.dirname, '..', '..')
const modules = path.join(root, 'node_modules')
const manifold = '@manifoldxyz/creator-core-solidity'

export type Compiled = { abi: Abi; bytecode: Hex }

type Solc = { compile(input: string, callbacks: { import(path: string): object }): string }

const outputSchema = z.object({
  errors: z.array(z.object({ severity: z.string(), formattedMessage: z.string() })).default([]),
  contracts: z
    .record(
      z.string(),
      z.record(
        z.string(),
        z.object({
          abi: z.custom<Abi>(Array.isArray),
          evm: z.object({ bytecode: z.object({ object: z.string() }) }),
        }),
      ),
    )
    .default({}),
})

/** Compiles one source with the settings of contracts/foundry.toml and returns the named contract. */
function compile(
  source: { file: string; content: string },
  contract: string,
  locate: (name: string) => string,
) {
  const solc: Solc = createRequire(import.meta.url)('solc')
  const input = {
    language: 'Solidity',
    sources: { [source.file]: { content: source.content } },
    settings: {
      optimizer: { enabled: true, runs: 200 },
      evmVersion: 'cancun',
      outputSelection: { [source.file]: { '*': ['abi', 'evm.bytecode.object'] } },
    },
  }
  const read = (name: string) => {
    try {
      return { contents: readFileSync(locate(name), 'utf8') }
    } catch {
      return { error: `not found: ${name}` }
    }
  }
  const output = outputSchema.parse(JSON.parse(solc.compile(JSON.stringify(input), { import: read })))
  const errors = output.errors.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join('\n'))
  const compiled = output.contracts[source.file]?.[contract]
  if (compiled === undefined) throw new Error(`${contract} is not in ${source.file}`)
  return { abi: compiled.abi, bytecode: `0x${compiled.evm.bytecode.object}` as const }
}

/** Peers with one URI per token: OpenZeppelin's extension and ERC721A. */
export function compilePeer(contract: 'UriStorage721' | 'Uri721A'): Compiled {
  const content = readFileSync(path.join(import.meta.dirname, 'Peers.sol'), 'utf8')
  return compile({ file: 'Peers.sol', content }, contract, (name) => path.join(modules, name))
}

/** Manifold's creator contract from its own package, against the OpenZeppelin 4 that lies below it. */
export function compileManifold(): Compiled {
  const file = `${manifold}/contracts/ERC721Creator.sol`
  const locate = (name: string) =>
    name.startsWith('@openzeppelin/contracts/')
      ? path.join(modules, manifold, 'node_modules', name)
      : path.join(modules, name)
  return compile({ file, content: readFileSync(path.join(modules, file), 'utf8') }, 'ERC721Creator', locate)
}
