const RULES = new Intl.PluralRules('en', { type: 'ordinal' })
const ENDINGS: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' }

/** "1st", "2nd", "23rd", "111th". */
export const ordinal = (place: number) =>
  `${place.toLocaleString('en')}${ENDINGS[RULES.select(place)] ?? 'th'}`
