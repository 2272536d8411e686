export const notTaken = 'Der Entwurf wurde nicht angenommen.'
