export const blank = {
  title: 'Blank',
  advice: 'Name something for the picture to show, or more contrast.',
}
export const decodes = { title: 'Opens', advice: 'Ask for it again with a new brief.' }
export const exactDuplicate = {
  title: 'Duplicate',
  advice: 'Change the words, or ask for more pictures of the same brief.',
}
export const size = { title: 'Size', advice: 'Ask for a picture of another size.' }
