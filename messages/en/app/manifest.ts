export const description = 'Community curation of generative art.'
export const rounds = 'Rounds'
