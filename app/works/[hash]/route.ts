import { answerPicture } from '#lib/flows/show-picture/answer-picture.ts'

export const GET = answerPicture
export const HEAD = answerPicture
