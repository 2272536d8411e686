export const incomplete = 'Write the whole address, as in https://node.example.'
export const withPassword = 'A browser sends no name and password in an address. Leave them out.'
export const insecure =
  'Only https, or http to a node on your own machine: on the way, anyone could change the answers.'
export const noAddress = '0x and 40 digits or letters a to f.'
