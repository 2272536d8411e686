export const spoken = {
  open: 'Verso, home',
  picks: 'Verso, home. You have picks on this device',
  signed: 'Verso, home. Your ballot is signed',
}
