import type { ReactNode } from 'react'

export const loading = (percent: number) => `The reader is coming, ${percent} %.`
export const reading = 'Being read …'
export const progressOf = 'The reader of credentials'
export const cancel = 'Cancel'
export const again = 'Try again'

export const whole = {
  round:
    'Whole, and signed below the root that the rules of this round name. All that they say agrees with the record.',
  instance:
    'Whole, and they agree with the record. Signed below the root of this instance: the round names none of its own, so nobody else vouches for it.',
}
/** Without a record to hold them against. */
export const wholeWithoutRecord = 'Whole, and signed below the root of this instance.'
export const foreign = {
  round: (signer: string | null) =>
    `Whole, and signed by ${signer ?? 'somebody without a name'}, not below the root that this round names.`,
  instance: (signer: string | null) =>
    `Whole, and signed by ${signer ?? 'somebody without a name'}, whom the root of this instance does not know.`,
}
export const forged = 'They claim to be of this round, and are not signed below the root that it names.'
export const none = 'The file carries none.'
export const differs = (names: string) => `Whole, but not what the record says: ${names}.`
/** Where a file and the record can part. */
export const differences = {
  recipe: 'the recipe',
  creator: 'the creator',
  round: 'the round',
  licence: 'the licence',
  parents: 'the parents',
  title: 'the title',
  model: 'the model',
  source: 'the kind of making',
  prompt: 'the prompt',
  mining: 'what machines may learn',
}

const otherPicture = 'The picture is not the one that was signed.'
/** What C2PA finds, by its code. */
export const broken: Record<string, string> = {
  'assertion.dataHash.mismatch': otherPicture,
  'assertion.boxesHash.mismatch': otherPicture,
  'assertion.bmffHash.mismatch': otherPicture,
  'assertion.hashedURI.mismatch': 'One of their statements was changed after it was signed.',
  'assertion.missing': 'One of their statements was taken out after it was signed.',
  'claim.missing': 'They claim nothing.',
  'claimSignature.missing': 'They are not signed.',
  'claimSignature.mismatch': 'Their signature is not of what they claim.',
  'signingCredential.invalid': 'The certificate that signed them may not sign pictures.',
  'signingCredential.expired': 'The certificate that signed them has expired.',
  'signingCredential.revoked': 'The certificate that signed them was withdrawn.',
}
export const brokenOtherwise = 'They do not hold.'
export const unreadable = 'What stands there cannot be read as credentials.'
export const otherRoot =
  'What this server gives for the root is another certificate than the one that the round names.'
/** Why they were not read. */
export const failed: Record<string, string> = {
  'credentials-engine': 'The reader did not arrive, or this browser does not run it.',
  'credentials-slow': 'Reading took too long and was stopped.',
  'no-root': 'The root certificate did not arrive.',
  'no-sidecar': 'What stands beside the file did not arrive.',
}
export const failedOtherwise = 'This browser could not read them.'

export const whatTheySay = 'What they say'
export const titled = (title: string) => `Title: “${title}”`
export const made = {
  trainedAlgorithmicMedia: 'Made by a trained model',
  compositeWithTrainedAlgorithmicMedia: 'Made by a trained model from somebody’s pictures',
  algorithmicMedia: 'Made by an algorithm',
  otherwise: (source: string | null) => (source === null ? 'Made' : `Made, as ${source}`),
}
export const opened = 'Opened here as it came; nothing is said of how it was made'
export const prompt = (text: string) => `Asked for: “${text}”`
export const mining = {
  allowed: 'Machines may learn from it',
  constrained: (licence: string) => `Machines may learn from it as far as ${licence} lets them`,
  notAllowed: 'Machines may not learn from it',
}
export const signer = (name: string) => `Signed by ${name}`
export const fault = (code: ReactNode) => <>C2PA calls it {code}.</>
