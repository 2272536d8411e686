/** By what the wall was asked to show. */
export const nothing = {
  all: ['Nothing hangs here.', ''],
  unseen: [
    'You have seen every work of this round.',
    'On this device, each has stood in the window for a second.',
  ],
  picks: ['You have picked nothing yet.', 'Pick on the wall, or with P on the Light Table.'],
  passed: ['You have passed over nothing yet.', 'X on the Light Table passes a work.'],
  rated: ['You have rated nothing yet.', '1 to 5 on the Light Table rate a work, for your own order.'],
} as const
export const showAll = 'Show all works'
