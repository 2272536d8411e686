import { ordinal } from '#messages/voting/ordinals.ts'

/** The sentence over everything else. */
export const statements = {
  file: 'This picture hangs here.',
  copy: 'This is a smaller copy of a work that hangs here.',
  pixels: 'This is another file of a work that hangs here.',
  alike: 'This looks like a copy of a work that hangs here.',
  resembles: 'This resembles works that hang here.',
  none: 'No history here.',
  unreached: 'This server did not answer.',
  busy: 'This server was asked too often.',
}

export const meanings = {
  file: 'It is the very file that was hung, byte for byte: what is said of the work is said of it.',
  copy: 'It was made here for screens, from the work’s own file, and carries no credentials.',
  pixels:
    'Every pixel is the same. The file around them was written anew, and says nothing of how it was made.',
  alike:
    'Files that are saved anew, made smaller or turned grey look like this. Looking alike proves nothing: lay them side by side.',
  resembles:
    'A trimmed copy looks like this, and so does another work of the same series. Looking alike proves nothing: lay them side by side.',
  none: 'Neither this file, nor its pixels, nor anything that looks like it hangs on a wall of this site. It may hang elsewhere, or have been changed beyond recognition.',
  unreached: 'What the file says of itself stands below. Try again when the connection is back.',
  busy: 'What the file says of itself stands below. Wait a minute and try again.',
}

/** Under each work that was found. */
export const matches = {
  file: 'The same file',
  copy: 'Its smaller copy',
  pixels: 'The same pixels',
  alike: 'Looks alike',
}
const bits = (distance: number) => `${distance} of 256 bits differ`
export const asCopy = (distance: number) => `Looks as a copy does: ${bits(distance)}`
export const resembles = (distance: number) => `Resembles it: ${bits(distance)}`

export const chosen = (place: number) => `Chosen, ${ordinal(place)} place`
export const minted = (place: number) => `Minted, ${ordinal(place)} place`

export const failed = {
  'not-a-picture': {
    title: 'This is no picture that is known here.',
    text: 'PNG, JPEG and WebP are. Whatever its name ends in, the file begins as none of them.',
  },
  'picture-unreadable': {
    title: 'The file could not be read.',
    text: 'It was moved, or this browser may not open it. Choose it again.',
  },
  'picture-too-large': {
    title: 'The picture is too large for a browser.',
    text: 'Up to 32 MB is looked at here. The command line reads more: npm run verso -- inspect picture.png.',
  },
}
export const unended = {
  title: 'This browser stopped looking.',
  text: 'Its memory may have ended. Try again with fewer pages open, or use the command line: npm run verso -- inspect picture.png.',
}
