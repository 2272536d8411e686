const underWay = (aside: string | null) => (aside ? `, ${aside} set aside for what is under way` : '')

/** Without an amount nothing was spent. */
export const bounded = (spent: string | null, limit: string, aside: string | null) =>
  `${spent ?? 'Nothing'} of ${limit} spent${underWay(aside)}.`
export const unbounded = (spent: string | null, aside: string | null) =>
  aside
    ? `${spent ?? 'Nothing'} spent${underWay(aside)}; nothing bounds it.`
    : `${spent ?? 'Nothing'} spent so far, and nothing bounds it.`
