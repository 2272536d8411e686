const LONGEST = 400

/** Words of a stranger's file on somebody's terminal: one line, and nothing that moves the cursor. */
export function tame(text: string): string {
  const line = text.replace(/[\p{C}\s]+/gu, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}
