/** Every bound of the server in one place; a caller may override single ones. */
export interface EmbeddedLimits {
  maxBodyBytes: number;
  maxInflatedBodyBytes: number;
  maxDocumentBytes: number;
  maxAttachmentBytes: number;
  /** Levels of a JSON body; records have about six. */
  maxJsonDepth: number;
  /** Documents named in one request: `_bulk_docs`, `_bulk_get`, `keys`, `doc_ids`, `_revs_diff`; as CouchDB's `max_bulk_docs_count`. */
  maxBatchDocuments: number;
  /** Revisions named in one request, of all its documents together. */
  maxBatchRevisions: number;
  /** An answer to a list of documents or revisions; known before it is made, because one name may be listed often. */
  maxAnswerBytes: number;
  /** Conditions of one selector, the members of its lists counted in. */
  maxSelectorConditions: number;
  maxHeaderBytes: number;
  maxUrlLength: number;
  maxConnections: number;
  headersTimeoutMs: number;
  requestTimeoutMs: number;
  idleSocketTimeoutMs: number;
  sessionSeconds: number;
  lockoutFailures: number;
  lockoutMs: number;
  passwordIterations: number;
  validateTimeoutMs: number;
  validateMemoryBytes: number;
  validateContexts: number;
  /** Text of documents judged in one go, what they replace included; then whoever else waits is next. */
  validateSliceChars: number;
  /** All regular expressions of one request together. */
  regexBudgetMs: number;
  gzipThresholdBytes: number;
}

export const defaultLimits: EmbeddedLimits = {
  maxBodyBytes: 16_000_000,
  maxInflatedBodyBytes: 32_000_000,
  maxDocumentBytes: 8_000_000,
  maxAttachmentBytes: 16_000_000,
  maxJsonDepth: 100,
  maxBatchDocuments: 10_000,
  maxBatchRevisions: 50_000,
  maxAnswerBytes: 64_000_000,
  maxSelectorConditions: 1_000,
  maxHeaderBytes: 16_384,
  maxUrlLength: 8_192,
  maxConnections: 2_000,
  headersTimeoutMs: 20_000,
  requestTimeoutMs: 120_000,
  idleSocketTimeoutMs: 150_000,
  sessionSeconds: 600,
  lockoutFailures: 5,
  lockoutMs: 300_000,
  passwordIterations: 600_000,
  validateTimeoutMs: 5_000,
  validateMemoryBytes: 64 * 1024 * 1024,
  validateContexts: 64,
  validateSliceChars: 32 * 1024,
  regexBudgetMs: 250,
  gzipThresholdBytes: 256,
};
