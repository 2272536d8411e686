export const title = 'Bilder'
export const about =
  'Wo jedes Bild dieser Runde gemacht wurde und warum dort, wie es um jeden Anbieter steht und was es gekostet hat. Uhrzeiten sind UTC.'
export const backToRound = 'Zurück zur Runde'
export const spent = 'Ausgegeben'
export const change = 'Ändern, was zählt, und das Budget'
export const providers = 'Anbieter'
export const counted = (count: number) => {
  if (count === 0) return 'noch keine Anfrage'
  return count === 1 ? 'bisher eine Anfrage' : `aus den letzten ${count} Anfragen`
}
export const batch = 'Was eine Menge kosten würde'
export const last = 'Die letzten Bilder'
export const onlyDirector = 'Das sieht nur die Leitung.'
export const useDirector = 'Du bist mit einem anderen Konto angemeldet.'
export const whySignIn = 'Wie die Bilder einer Runde gemacht werden, sieht nur die Leitung.'
export const fetching = 'Bilder werden geholt …'
