export const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
export const shortMonths = months.map((month) => month.slice(0, 3))
export const day = (number: number, month: string) => `${number} ${month}`
export const dayOfWeek = (weekday: string, day: string) => `${weekday} ${day}`
/** A number as it is written with a point. */
export const decimal = (digits: string) => digits
