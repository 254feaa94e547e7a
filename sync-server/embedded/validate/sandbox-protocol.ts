/** One document to judge, as JSON texts: nothing but strings crosses into the sandbox. */
export interface ValidationCall {
  newText: string;
  oldText: string | null;
}

export interface ValidationBatch {
  userText: string;
  securityText: string;
  calls: ValidationCall[];
}

export type SandboxVerdict =
  { kind: 'ok' } | { kind: 'thrown'; thrownText: string } | { kind: 'compilation' } | { kind: 'failed' };

export interface SandboxLimits {
  timeoutMs: number;
  memoryBytes: number;
  contexts: number;
}

/** From the server to the worker. `designText` goes along only when the worker may not have it. */
export interface SandboxRequest {
  requestId: number;
  key: string;
  designText: string | undefined;
  batch: ValidationBatch;
}

/** From the worker to the server. */
export type SandboxReply =
  | { requestId: number; kind: 'progress' }
  | { requestId: number; kind: 'unknownKey' }
  | { requestId: number; kind: 'done'; verdicts: SandboxVerdict[] }
  | { requestId: number; kind: 'timeout' };
