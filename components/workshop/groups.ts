import type { RoomName } from '#components/ui/room.tsx'

/** Where the parts of each group are shown, and the room they are made for. */
export const GROUPS = {
  controls: { label: 'Controls', room: 'desk' },
  page: { label: 'Parts of a page', room: 'wall' },
  art: { label: 'Art', room: 'wall' },
  home: { label: 'First page', room: 'wall' },
  wall: { label: 'Walls and rounds', room: 'wall' },
  results: { label: 'Results', room: 'wall' },
  table: { label: 'Light Table', room: 'table' },
  duel: { label: 'Duel', room: 'table' },
  ballot: { label: 'Ballot', room: 'wall' },
  log: { label: 'Receipt and log', room: 'wall' },
  provenance: { label: 'Provenance', room: 'wall' },
  wallet: { label: 'Wallet and drafts', room: 'wall' },
  studio: { label: 'Studio', room: 'desk' },
} as const satisfies Record<string, { label: string; room: RoomName }>

export type GroupName = keyof typeof GROUPS

export const ROOMS: readonly RoomName[] = ['wall', 'desk', 'table']

/** What Next gives a page of the workshop. */
export type GroupPage = { searchParams: Promise<{ room?: string | string[] }> }

/** The room that an address asks for; each group has one of its own. */
export async function roomOf(group: GroupName, { searchParams }: GroupPage): Promise<RoomName> {
  const { room } = await searchParams
  return ROOMS.find((one) => one === room) ?? GROUPS[group].room
}

/** Everything of a group in a room. */
export const groupHref = (group: GroupName, room?: RoomName): string =>
  `/workshop/${group}${room && room !== GROUPS[group].room ? `?room=${room}` : ''}`
