import { type Source, targetOf } from './source-tree.ts'

type Graph = ReadonlyMap<string, Iterable<string>>

/** Files by what they import at run time; types are erased and make no cycle. */
export function fileGraph(sources: readonly Source[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>()
  for (const source of sources) {
    const targets = source.imports
      .filter((one) => !one.typeOnly)
      .map((one) => targetOf(source.path, one.specifier))
    graph.set(source.path, new Set(targets.filter((target) => target !== null)))
  }
  return graph
}

/** Every strongly connected part of more than one node (or a node that names itself), by Tarjan 1972. */
export function cyclesOf(graph: Graph): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const cycles: string[][] = []
  const visit = (node: string) => {
    index.set(node, index.size)
    low.set(node, index.get(node) ?? 0)
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next)
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0))
    }
    if (low.get(node) !== index.get(node)) return
    const part = stack.splice(stack.indexOf(node))
    if (part.length > 1 || [...(graph.get(node) ?? [])].includes(node)) cycles.push(part.sort())
  }
  for (const node of graph.keys()) if (!index.has(node)) visit(node)
  return cycles
}
