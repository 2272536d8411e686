export const noNumbers = 'Die Werke haben noch keine Nummern.'
