export const asked = 'Who is asked'
