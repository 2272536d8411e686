import { answerRequests } from '#components/provenance/answer-requests.ts'
import { checkFile, type FileRequest } from '#components/provenance/check-file.ts'

// No reader of a chain: nothing in this file can ask anybody.
answerRequests<FileRequest>((request, tell) => checkFile(request, tell))
