export const inFigures = 'Die Balken in Zahlen'
export const byPoints = 'Wähler:innen nach Punkten'
export const caption = 'Wie viele Wähler:innen jedem Werk so viele Punkte gaben'
export const whoGave = 'Wähler:innen mit'
