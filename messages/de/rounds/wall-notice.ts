export const cancelled = 'Diese Runde wurde abgesagt.'
export const worksStay = (why: string) => `${why} Ihre Werke bleiben hier.`
export const opensOn = (moment: string) => `Die Abstimmung beginnt am ${moment}.`
export const numbered = 'Jedes Werk hat seine Nummer, und es wird nichts mehr gehängt.'
export const counting = {
  title: 'Die Abstimmung ist geschlossen.',
  text: 'Die Stimmzettel werden ausgezählt. Bis das Protokoll versiegelt ist, kann es jeder mit einer Quittung versiegeln.',
  act: 'Auszählung verfolgen',
}
