import type { Socket } from 'node:net';

/** What the parser says of bytes that are no request. */
interface ParserError {
  readonly code?: string;
}

const STATUSES: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/**
 * Ends connections whose bytes could not be framed. One on which a request was seen already is cut without a word:
 * a second answer to it could be taken for the answer to somebody else's.
 */
export function openClientErrors(): {
  readonly noteRequest: (socket: Socket) => void;
  readonly handle: (error: ParserError, socket: Socket) => void;
} {
  const seen = new WeakSet<Socket>();
  return {
    noteRequest: (socket) => {
      seen.add(socket);
    },
    handle: (error, socket) => {
      if (socket.writable && !seen.has(socket)) {
        const status = STATUSES[error.code ?? ''] ?? '400 Bad Request';
        socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      }
      socket.destroy();
    },
  };
}
