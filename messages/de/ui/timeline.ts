export const states = { done: ', erledigt: ', next: ', als Nächstes: ', 'to come': ', später: ' }
