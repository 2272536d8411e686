import { DEFAULTS } from './defaults.ts'
import type { Area } from './screen.ts'

/** A default by its id (defaults.ts), the screen it is on, and the element that shows it. */
export type Found = { screen: string; id: string; where: string }

/** docs/screens/checklist.md: the sheets, and for each default where it was found. */
export function checklist(
  areas: readonly Area[],
  kinds: readonly { name: string }[],
  found: readonly Found[],
): string {
  const count = areas.reduce((sum, { screens }) => sum + screens.length, 0)
  const sheets = areas.map(({ name, screens }) => {
    const links = kinds.map((kind) => `[${kind.name}](contact-${name}-${kind.name}.webp)`)
    return `| ${name} | ${screens.length} | ${links.join(', ')} |`
  })
  const rows = DEFAULTS.map(({ id, name, lookedFor }) => {
    const where = found.filter((one) => one.id === id)
    return `| ${name} | ${lookedFor} | ${where.length === 0 ? 'none' : where.map(({ screen }) => screen).join(', ')} |`
  })
  return [
    '# Twenty defaults',
    '',
    `What makes a site look generated, looked for by a program (\`npm run screens\`) on the ${count} pages and states of the contact sheets beside this file. Before it looks, it is tried on twenty small pages that each have one of them. axe looks at the same pages and states, on both, and ends the program unless it finds nothing and nothing is wider than the window.`,
    '',
    '| sheet | pages and states | |',
    '|---|---|---|',
    ...sheets,
    '',
    '| default | how it is looked for | found on |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
