export const title = 'Ballot of a Safe'
export const toWall = 'To the wall'
export const about = (round: string, until: string) =>
  `${round}. Each owner signs here, on their own device, when they like; open until ${until}.`
