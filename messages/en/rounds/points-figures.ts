export const inFigures = 'The bars in figures'
export const byPoints = 'Voters by points'
export const caption = 'How many voters gave each work so many points'
export const whoGave = 'Voters who gave'
