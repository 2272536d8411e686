export const contract = 'Der Vertrag'
export const readFrom = (chainId: number) => `Chain ${chainId}, eben gelesen`
export const collection = 'Sammlung'
export const roles = {
  director: { name: 'Leitung', may: 'öffnet und schließt Runden' },
  guardian: { name: 'Wächter', may: 'sagt ab und erklärt für ungültig, öffentlich' },
  operator: { name: 'Betreiber', may: 'unterschreibt das Protokoll' },
  treasury: { name: 'Kasse', may: 'erhält, was der Gemeinschaft zusteht' },
  owner: { name: 'Eigentümer:in', may: 'bestimmt die anderen, für spätere Runden' },
}
