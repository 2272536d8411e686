export const several = 'Mehrere Sammlungen haben diesen Token.'
