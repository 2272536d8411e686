export const note = [
  'Die Worte jedes so gemachten Auftrags verlassen diese Maschine. Freiwillige, die du nicht kennst, sehen sie und die Bilder.',
  'Ohne Konto dort fragt dieser Server wie alle anderen, und das Netz darf die Bilder weitergeben. Schick nichts Privates.',
  'Es dauert Minuten. Eine volle Warteschlange oder ein Filter der Freiwilligen kann einen Auftrag ablehnen.',
  'Die Akte jedes Werks nennt die Maschine und das Modell und sagt, dass hier niemand seine Gewichte gesehen hat.',
] as const
export const stop = 'Keine Aufträge mehr an Freiwillige'
export const start = 'Auf GPUs von Freiwilligen rechnen (kostenlos, öffentlich, Minuten)'
export const title = 'GPUs von Freiwilligen'
export const on = 'an'
export const off = 'aus'
export const whatItIs =
  'AI Horde ist ein Netz von Leuten, die ihre Computer leihen. Darüber werden Aufträge dieser Runde zu Bildern von Stable Diffusion: ohne Schlüssel, ohne Konto, ohne Kosten.'
export const nothingChanged = 'Es wurde nichts geändert.'
export const whySignIn = 'Nur die Leitung kann Freiwillige zulassen.'
