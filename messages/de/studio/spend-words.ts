const underWay = (aside: string | null) => (aside ? `, ${aside} zurückgelegt für das, was läuft` : '')

/** Without an amount nothing was spent. */
export const bounded = (spent: string | null, limit: string, aside: string | null) =>
  `${spent ?? 'Nichts'} von ${limit} ausgegeben${underWay(aside)}.`
export const unbounded = (spent: string | null, aside: string | null) =>
  aside
    ? `${spent ?? 'Nichts'} ausgegeben${underWay(aside)}; ohne Grenze.`
    : `Bisher ${spent ?? 'nichts'} ausgegeben, ohne Grenze.`
