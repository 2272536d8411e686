/** The tokens of the wall (app/globals.css) for what draws no style sheets. */
export const CARD_PAINT = { plaster: '#f5f5f5', ink: '#1d1a17', graphite: '#534f4b' }
