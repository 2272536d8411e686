import { answerRequests } from './answer-requests.ts'
import { chainAt } from './chain-at.ts'
import { checkFile, type FileRequest } from './check-file.ts'
import { type RecountRequest, recount } from './recount.ts'

answerRequests<RecountRequest | FileRequest>((request, tell) =>
  'bundle' in request ? checkFile(request, tell, chainAt) : recount(request, tell),
)
