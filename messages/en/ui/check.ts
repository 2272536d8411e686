export const verdicts = {
  checked: 'checked',
  broken: 'broken',
  unknown: 'unknown',
  attested: 'attested, somebody’s word',
  todo: 'to do',
  running: 'being checked',
}
