export const nothing = 'Diese Gemeinschaft hat kein solches Token geprägt.'
export const why = 'Ein eben geprägtes Token erscheint hier, sobald sein Block gelesen ist, binnen Sekunden.'
export const toCollection = 'Zur Sammlung'
