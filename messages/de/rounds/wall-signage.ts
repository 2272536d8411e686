import * as counts from '#messages/counts.ts'

export const review = 'Stimmzettel prüfen'
export const signBrief = 'Auftrag unterschreiben'
export const followCount = 'Auszählung verfolgen'
export const seeResult = 'Ergebnis ansehen'
export const inLog = (ballots: number) => `${counts.ballots(ballots)} im Protokoll`
export const hasVotes = 'Hat meine Adresse Stimmen?'
