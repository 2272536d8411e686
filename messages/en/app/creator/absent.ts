export const nothing = 'Nothing hangs of this account.'
export const why = 'A creator has a page here as soon as a work of theirs has passed the gates of a round.'
export const toRounds = 'To the rounds'
