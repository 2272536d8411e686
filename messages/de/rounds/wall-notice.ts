export const cancelled = 'Diese Runde wurde abgesagt.'
export const worksStay = (why: string) => `${why} Ihre Werke bleiben hier.`
export const opensOn = (moment: string) => `Die Abstimmung beginnt am ${moment}.`
export const numbered = 'Jedes Werk hat seine Nummer, und es wird nichts mehr gehängt.'
export const counting = {
  title: 'Die Abstimmung ist geschlossen.',
  text: 'Die Stimmzettel werden ausgezählt. Bis das Protokoll versiegelt ist, kann es jeder mit einer Quittung versiegeln.',
  act: 'Auszählung verfolgen',
}
export const frozen = {
  title: 'Diese Runde steht still.',
  text: 'Es wurde ein Beweis vorgelegt, dass ihr Protokoll gebrochen wurde. Der Wächter entscheidet öffentlich.',
  act: 'Ergebnis ansehen',
}
