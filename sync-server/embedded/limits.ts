/** Every bound of the server in one place; a caller may override single ones. */
export interface EmbeddedLimits {
  maxBodyBytes: number;
  maxInflatedBodyBytes: number;
  maxDocumentBytes: number;
  maxAttachmentBytes: number;
  /** Documents in one `_bulk_docs` or `_bulk_get`, as CouchDB's `max_bulk_docs_count`. */
  maxBatchDocuments: number;
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
  regexBudgetMs: number;
  gzipThresholdBytes: number;
}

export const defaultLimits: EmbeddedLimits = {
  maxBodyBytes: 16_000_000,
  maxInflatedBodyBytes: 32_000_000,
  maxDocumentBytes: 8_000_000,
  maxAttachmentBytes: 16_000_000,
  maxBatchDocuments: 10_000,
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
  regexBudgetMs: 1_000,
  gzipThresholdBytes: 256,
};
