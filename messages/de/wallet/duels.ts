import * as counts from '#messages/counts.ts'

export const judgedFor = (known: string) => `Die Duelle dieses Geräts wurden für ${known} entschieden.`
export const ofAnother = (voter: string) =>
  `Dieser Stimmzettel ist für ${voter}. Jede Folge wird aus der Adresse ihrer Wähler:in gezogen; niemand sonst kann diese Duelle unterschreiben.`
export const nothingJudged = 'Auf diesem Gerät ist nichts entschieden.'
export const judge = 'Duelle entscheiden'
export const howJudged = 'Jede Wähler:in entscheidet zwischen je zwei Werken, aus einer eigenen Folge.'
export const rule = (duels: number, voters: number) =>
  `Ein Werk bekommt einen Platz, sobald es ${counts.duels(duels)} hinter sich hat, entschieden durch ${counts.voters(voters)}.`
