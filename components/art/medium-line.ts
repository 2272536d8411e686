/** What a work was made with, as it stands on a label: "Procedural: woodcut, seed 4812". */
export const mediumLine = ({ medium }: { medium: string }): string =>
  medium.charAt(0).toUpperCase() + medium.slice(1)
