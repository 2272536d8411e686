import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { compile } from 'tailwindcss'

const STYLES = join(import.meta.dirname, '../../app/globals.css')
const require = createRequire(import.meta.url)

/** The file carries no fonts: Archivo where the reader's system has it, else Arial; its own for the others. */
const FACES = `:root {
  --face-newsreader: ui-serif;
  --face-martian-mono: ui-monospace;
}`

/** The site's styles, of which only what the code names is kept. */
export async function pageStyle(code: string): Promise<string> {
  const { build } = await compile(await readFile(STYLES, 'utf8'), {
    base: dirname(STYLES),
    loadStylesheet: async (id, base) => {
      const path = require.resolve(id === 'tailwindcss' ? 'tailwindcss/index.css' : join(base, id))
      return { path, base: dirname(path), content: await readFile(path, 'utf8') }
    },
  })
  const words = new Set(code.split(/[\s"'`]+/).filter((word) => word.length < 200))
  return `${build([...words])}\n${FACES}`
}
