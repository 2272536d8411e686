export const showNew = (works: number) =>
  `${works.toLocaleString('en-GB')} new ${works === 1 ? 'work' : 'works'}: show`
