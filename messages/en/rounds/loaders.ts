export const noNumbers = 'Works have no numbers yet.'
