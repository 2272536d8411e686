/** "1.", "23." */
export const ordinal = (place: number) => `${place.toLocaleString('de-DE')}.`
