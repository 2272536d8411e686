export const onClipboard = 'The link is on your clipboard.'
export const inAddressBar = 'The link is in the address bar of this page.'
