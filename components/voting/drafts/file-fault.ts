/** Stable codes of what can be wrong with a draft's file. */
export type FileCode =
  | 'draft-file-empty'
  | 'draft-file-large'
  | 'draft-file-unread'
  | 'draft-file-json'
  | 'draft-file-format'
  | 'draft-file-round'
  | 'draft-file-columns'
  | 'draft-file-quote'
  | 'draft-file-row'
  | 'draft-file-twice'

/** One thing that is wrong, and where in the file: "line 7", or empty for the file as a whole. */
export type FileFault = { code: FileCode; at: string; says: string }
