export const toContent = 'Zum Inhalt springen'
