import { answerRequests } from '#components/provenance/answer-requests.ts'
import { type FilesRequest, recountFiles } from './recount-files.ts'

answerRequests<FilesRequest>(async (request, tell) => ({
  kind: 'done',
  result: await recountFiles(request, (at) => tell({ at })),
}))
