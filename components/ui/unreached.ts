import * as text from '#messages/ui/unreached.ts'

/** In place of an answer that never came, in the shape of a problem. */
export const UNREACHED = {
  ok: false as const,
  code: 'unreachable',
  title: text.title,
  next: text.next,
  fields: {} as Record<string, string>,
}

/** For an action of the server: the press is answered also where the network is away. */
export const unreached = () => UNREACHED
