export const unreached = {
  title: 'This server could not be reached.',
  next: 'What was signed is kept. Try again.',
}
