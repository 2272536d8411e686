import { ROUNDS } from '#scripts/screens/rounds.ts'
import type { Area } from '#scripts/screens/screen.ts'
import { TablePage } from '#scripts/testing/pages/table-page.ts'

const TABLE = `/rounds/${ROUNDS.voting}/table`

export const table: Area = {
  name: 'table',
  screens: [
    { name: 'first work', path: TABLE },
    { name: 'picked and passed', path: TABLE, keys: ['p', 'x', 'x', 'p', 'x'] },
    { name: 'finished', path: TABLE, keys: ['End', 'ArrowRight'] },
    { name: 'compare', path: TABLE, keys: ['c'] },
    { name: 'compare, closer', path: TABLE, keys: ['c', '+', '+'] },
    { name: 'survey', path: TABLE, keys: ['n'] },
    {
      name: 'rank',
      path: TABLE,
      keys: ['p', 'p', 'p'],
      enter: ({ page }) => new TablePage(page).begin(/^3 Rank/),
    },
    { name: 'keys', path: TABLE, keys: ['?'] },
    { name: 'offline', path: TABLE, enter: ({ page }) => page.context().setOffline(true) },
    { name: 'too early', path: `/rounds/${ROUNDS.filling}/table` },
    { name: 'closed', path: `/rounds/${ROUNDS.minted}/table` },
  ],
}
