export const onClipboard = 'Der Link ist in deiner Zwischenablage.'
export const inAddressBar = 'Der Link steht in der Adresszeile dieser Seite.'
