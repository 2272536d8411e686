export const steps = 'Schritte'
export const write = 'Schreiben'
export const sign = 'Unterschreiben'
export const watch = 'Hängen sehen'
