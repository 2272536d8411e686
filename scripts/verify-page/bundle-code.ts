import { join } from 'node:path'
import { build } from 'rolldown'

const root = join(import.meta.dirname, '../..')

/**
 * One script without imports, as a browser takes it: conditions of a browser, so that hashes and the curve are the
 * portable ones, and every dynamic import inlined.
 */
export async function bundleCode(entry: string): Promise<string> {
  const { output } = await build({
    cwd: root,
    input: join(root, entry),
    platform: 'browser',
    write: false,
    // What React's compiler means by 'use client' is of no account here.
    onLog: (level, log, tell) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && tell(level, log),
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
    // A link of the router is never drawn here.
    treeshake: { moduleSideEffects: [{ test: /node_modules\/next\//, sideEffects: false }] },
    output: { format: 'iife', codeSplitting: false, minify: true, comments: false, sourcemap: false },
  })
  const [chunk, ...others] = output
  if (chunk.type !== 'chunk' || others.length > 0) throw new Error(`${entry} did not become one script`)
  return chunk.code.trim()
}
