export const closed = 'Closed for a moment'
export const pageTitle = 'Closed for a moment · Verso'
