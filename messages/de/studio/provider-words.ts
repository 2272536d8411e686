export const procedural = {
  label: 'Der prozedurale Künstler',
  hint: 'Regeln von Hand geschrieben, keine Trainingsdaten. Auf diesem Server gemacht; deine Worte bleiben hier.',
}
export const aihorde = {
  label: 'GPUs von Freiwilligen',
  hint: 'Computer von Leuten, die du nicht kennst: Sie sehen deine Worte und das Bild. Es kann lange dauern oder abgelehnt werden.',
}
export const replicateHint = 'Ein Modell bei einem Anbieter; deine Worte werden dorthin geschickt.'
export const proceduralInSentence = 'der prozedurale Künstler'
export const minutes = 'Minuten'
export const aSecond = 'eine Sekunde'
export const free = 'kostenlos'
export const finishedWork = {
  label: 'Ein fertiges Werk',
  hint: 'Anderswo entstanden; vom Urheber angegeben.',
}
