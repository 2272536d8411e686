export const toContent = 'Skip to the content'
