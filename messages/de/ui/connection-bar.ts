export const offline = { is: 'Du bist offline.', next: '' }
export const unanswered = {
  is: 'Dieser Server antwortet nicht.',
  next: ' Er wird von selbst wieder gefragt.',
}
export const kept = 'Was auf dieser Seite steht, bleibt lesbar.'
