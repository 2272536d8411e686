export const states = { done: ', done: ', next: ', next: ', 'to come': ', to come: ' }
