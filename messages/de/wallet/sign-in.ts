export const notAccepted = 'nicht angenommen'
