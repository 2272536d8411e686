export const procedural = {
  label: 'Der prozedurale Künstler',
  hint: 'Regeln von Hand geschrieben, keine Trainingsdaten. Auf diesem Server gemacht; deine Worte bleiben hier.',
}
export const aihorde = {
  label: 'GPUs von Freiwilligen',
  hint: 'Computer von Leuten, die du nicht kennst: Sie sehen deine Worte und das Bild. Es kann lange dauern oder abgelehnt werden.',
}
export const modelElsewhere = 'Ein Modell bei einem Anbieter; deine Worte werden dorthin geschickt.'
export const modelHere =
  'Ein Modell auf der eigenen Maschine derer, die diesen Server betreiben; deine Worte bleiben dort.'
export const server = (kind: string, name: string) => `${kind} „${name}“`
export const any = 'Wer am besten zur Runde passt'
export const anyInSentence = 'wer am besten zur Runde passt'
export const prefers = {
  cheapest: 'Gewählt wird, wenn das Bild an der Reihe ist: wer es am günstigsten kann.',
  fastest: 'Gewählt wird, wenn das Bild an der Reihe ist: wer es am schnellsten kann.',
  best: 'Gewählt wird, wenn das Bild an der Reihe ist: wessen Werke die Prüfungen bestehen und gefallen.',
  own: 'Gewählt wird, wenn das Bild an der Reihe ist: nach Preis, Tempo und Güte, wie die Leitung sie gewichtet.',
}
export const mayGo = {
  'this-server': 'Deine Worte bleiben hier.',
  provider: 'Deine Worte können zu einem Anbieter geschickt werden.',
  strangers:
    'Deine Worte können zu einem Anbieter geschickt werden oder zu Freiwilligen, die du nicht kennst.',
}
export const upTo = (most: string) => `bis ${most}`
export const proceduralInSentence = 'der prozedurale Künstler'
export const minutes = 'Minuten'
export const aSecond = 'eine Sekunde'
export const free = 'kostenlos'
export const finishedWork = {
  label: 'Ein fertiges Werk',
  hint: 'Anderswo entstanden; vom Urheber angegeben.',
}
