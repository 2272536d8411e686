export const offline = { is: 'You are offline.', next: '' }
export const unanswered = { is: 'This server does not answer.', next: ' It is asked again by itself.' }
export const kept = 'What is on this page can still be read.'
