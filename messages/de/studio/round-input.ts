export const worksInRound = 'Werke in der Runde'
export const worksInRoundHint = 'Höchstens; danach werden keine Aufträge mehr angenommen.'
export const worksInRankedRound = 'Höchstens 200: Sie scheiden eines nach dem anderen aus.'
export const worksOnBallot = 'Werke auf einem Stimmzettel'
/** What each method is for, and what its limits are about. */
export const approval = {
  label: 'Zustimmung',
  use: 'Man nennt jedes Werk, das man hängen würde: schnell und kaum falsch zu machen. Für die meisten Runden.',
  onBallot: 'Höchstens; jedes bekommt alle Stimmen.',
}
export const single = {
  label: 'Einzelwahl',
  use: 'Man nennt ein Werk. Für ein Finale aus wenigen Werken mit einem Platz.',
}
export const weighted = {
  label: 'Gewichtet',
  use: 'Man teilt seine Stimmen in Hundertsteln auf. Wenn der Geschmack geteilt ist und das Wieviel zählt.',
  onBallot: 'Höchstens; mehr als 100 können es nicht sein.',
}
export const quadratic = {
  label: 'Quadratisch',
  use: 'Man kauft Stimmen mit Credits, und jede weitere für dasselbe Werk kostet mehr. Für viele kleine Anteile neben wenigen großen.',
  onBallot: 'Höchstens.',
  credits: 'Credits',
  creditsHint: 'Was man höchstens ausgeben kann.',
  creditUnit: 'Stimmen für einen Credit',
  creditUnitHint: 'Vom Stimmgewicht am Stichtag.',
}
export const score = {
  label: 'Punkte',
  use: 'Man gibt Punkte. Wenn jedes Werk für sich beurteilt werden soll, wie auf dem Leuchttisch.',
  onBallot: 'Höchstens; was keine Punkte hat, bekommt keine.',
  maxScore: 'Meiste Punkte',
  maxScoreHint: 'Von 2 bis 10.',
}
export const ranked = {
  label: 'Rangfolge',
  use: 'Man bringt Werke in eine Reihenfolge; Stimmen gehen weiter, wenn ein Werk ausscheidet. Für mehrere Plätze, hinter denen viele stehen sollen.',
  onBallot: 'Höchstens; man darf weniger ordnen.',
}
export const pairwise = {
  label: 'Paarweise',
  use: 'Man beurteilt zwei Werke auf einmal, aus einer eigenen Folge. Für große Runden, in denen niemand alles sehen kann.',
  duels: 'Duelle auf einem Stimmzettel',
  duelsHint: 'Höchstens; man darf nach jedem unterschreiben.',
  minComparisons: 'Duelle für einen Platz',
  minComparisonsHint: 'Vorher hat ein Werk keinen Rang.',
  minVoters: 'Wähler:innen für einen Platz',
  minVotersHint: 'So viele müssen es beurteilt haben.',
}
export const lengths = {
  fiveMinutes: 'fünf Minuten',
  fifteenMinutes: 'fünfzehn Minuten',
  oneHour: 'eine Stunde',
  oneDay: 'ein Tag',
  threeDays: 'drei Tage',
  fiveDays: 'fünf Tage',
  sevenDays: 'sieben Tage',
  fourteenDays: 'vierzehn Tage',
}
