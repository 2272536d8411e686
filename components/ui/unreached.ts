/** In place of an answer that never came, in the shape of a problem. */
export const UNREACHED = {
  ok: false as const,
  code: 'unreachable',
  title: 'This server could not be reached.',
  next: 'Try again when you are connected.',
  fields: {} as Record<string, string>,
}

/** For an action of the server: the press is answered also where the network is away. */
export const unreached = () => UNREACHED
