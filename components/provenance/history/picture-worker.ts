import { answerRequests } from '#components/provenance/answer-requests.ts'
import { decodeHere } from './decode-here.ts'
import { lookAtPicture, type PictureRequest } from './look-at-picture.ts'

answerRequests<PictureRequest>((request, tell) =>
  lookAtPicture(request, tell, { decode: decodeHere, ask: (query) => fetch(`/api/v1/works?${query}`) }),
)
