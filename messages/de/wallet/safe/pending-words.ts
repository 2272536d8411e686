const listed = (names: readonly string[], word: 'oder' | 'und'): string => {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`
}

export const progress = (signed: number, threshold: number) => `${signed} von ${threshold} unterschrieben`
export const enough = 'Das genügt: Er muss nur noch gesendet werden.'
export const waiting = (missing: number, owners: readonly string[]) =>
  `Es ${missing === 1 ? 'fehlt noch eine Unterschrift' : `fehlen noch ${missing} Unterschriften`}: ${listed(
    owners,
    missing === owners.length ? 'und' : 'oder',
  )}.`
export const signed = (moment: string) => `unterschrieben ${moment}`
export const notSigned = 'hat nicht unterschrieben'
export const gone = (owners: readonly string[]) => {
  const names = owners.join(', ')
  return owners.length === 1
    ? `${names} hat unterschrieben, aber der Safe gehört diesem Konto nicht mehr mit: Diese Unterschrift zählt nicht.`
    : `${names} haben unterschrieben, aber der Safe gehört diesen Konten nicht mehr mit: Diese Unterschriften zählen nicht.`
}
