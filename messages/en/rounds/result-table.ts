export const placeAndWork = 'Place and work'
export const result = 'The result'
