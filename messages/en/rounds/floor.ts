export const andMore = (works: number) =>
  `and ${works.toLocaleString('en-GB')} more ${works === 1 ? 'work' : 'works'} on`
export const theWall = 'the wall'
export const alsoRunning = 'Also running:'

export const takePart = 'Take part'
export const sign = {
  verb: 'Sign one ballot.',
  rest: 'It weighs the votes you hold. No gas; change it until the close.',
}
export const brief = {
  verb: 'Write a brief.',
  rest: 'Sign what you want to see. What passes the gates is hung.',
}
export const recount = { verb: 'Recount it.', rest: 'Your browser checks every vote.' }
