export const title = 'Ein Beweis hat diese Runde angehalten.'
export const shown = {
  equivocation: 'Der Betreiber hat zwei verschiedene Protokolle von gleicher Länge unterschrieben.',
  dropped: 'Der Betreiber hat ein Protokoll unterschrieben, das vom versiegelten nicht fortgesetzt wird.',
}
export const whileVoting =
  'Stimmzettel werden weiter angenommen, doch es folgt nichts aus ihnen, bevor der Wächter öffentlich entschieden hat.'
export const afterwards =
  'Nichts wird entschieden oder geprägt, bevor der Wächter öffentlich entschieden hat.'
export const seeProof = 'Beweis ansehen'
