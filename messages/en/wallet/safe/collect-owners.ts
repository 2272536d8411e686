export const picksKept = 'Your picks are kept.'
export const collect = 'Collect the owners’ signatures'
export const how =
  'The ballot is kept at an address of its own. Each owner opens it on their own device, on any day until the close, and signs there. With the last signature that the Safe asks for it goes into the log.'
