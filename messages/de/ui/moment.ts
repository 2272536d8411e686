export const weekdays = ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa']
export const months = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
]
export const shortMonths = months.map((month) => month.slice(0, 3))
export const day = (number: number, month: string) => `${number}. ${month}`
export const dayOfWeek = (weekday: string, day: string) => `${weekday}, ${day}`
/** A number as it is written with a point. */
export const decimal = (digits: string) => digits.replace('.', ',')
