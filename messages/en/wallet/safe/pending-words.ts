const some = (names: readonly string[]): string => {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`
}

export const progress = (signed: number, threshold: number) => `${signed} of ${threshold} signed`
export const enough = 'That is enough: it only has to be sent.'
export const waiting = (missing: number, owners: readonly string[]) =>
  `Waiting for ${missing === 1 ? 'one more' : `${missing} more`}: ${
    missing === owners.length && missing > 1 ? owners.join(' and ') : some(owners)
  }.`
export const signed = (moment: string) => `signed ${moment}`
export const notSigned = 'has not signed'
export const gone = (owners: readonly string[]) => {
  const names = owners.join(', ')
  return owners.length === 1
    ? `${names} signed, and is no owner of the Safe any more: that signature does not count.`
    : `${names} signed, and are no owners of the Safe any more: those signatures do not count.`
}
