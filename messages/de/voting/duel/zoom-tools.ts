export const enlarged = 'Beide Werke vergrößert'
export const smaller = 'Kleiner'
export const larger = 'Größer'
export const look = {
  left: 'Nach links sehen',
  up: 'Nach oben sehen',
  down: 'Nach unten sehen',
  right: 'Nach rechts sehen',
}
export const whole = 'Ganz'
