import type { ReadCredentials } from '#lib/protocol/verify/picture-credentials.ts'
import { answerRequests } from './answer-requests.ts'
import { chainAt } from './chain-at.ts'
import { checkFile, type FileRequest } from './check-file.ts'
import { openCredentialsThread } from './credentials/credentials-thread.ts'
import { type RecountRequest, recount } from './recount.ts'

const thread = openCredentialsThread()
const credentials: ReadCredentials = (picture, mime, roots) => thread.read({ picture, mime, roots })

answerRequests<RecountRequest | FileRequest>((request, tell) =>
  'bundle' in request ? checkFile(request, tell, { chainAt, credentials }) : recount(request, tell),
)
