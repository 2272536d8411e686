export const title = 'Stimm\u00ADzettel eines Safe'
export const toWall = 'Zur Wand'
export const about = (round: string, until: string) =>
  `${round}. Hier unterschreibt jede:r Eigentümer:in, auf dem eigenen Gerät, wann es passt; offen bis ${until}.`
