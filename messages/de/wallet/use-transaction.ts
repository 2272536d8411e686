export const revertedInBlock = 'in seinem Block rückgängig gemacht'
