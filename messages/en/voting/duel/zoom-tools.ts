export const enlarged = 'Both works enlarged'
export const smaller = 'Smaller'
export const larger = 'Larger'
export const look = { left: 'Look left', up: 'Look up', down: 'Look down', right: 'Look right' }
export const whole = 'Whole'
