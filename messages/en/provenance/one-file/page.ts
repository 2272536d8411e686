export const title = 'Verify'
export const oneFile =
  'This page is one file. It checks the public record of a round where it lies, and its own policy forbids it to reach any network.'
export const inPlaceOfChain =
  'In place of the chain it reads the headers, receipts and storage that a record carries; what is not recorded stays unknown. Compare the blocks it names on an explorer, or use the command line with a node.'
export const check = 'Check a record from your disk'
export const onDevice = 'on this device'
