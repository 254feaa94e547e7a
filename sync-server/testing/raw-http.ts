import type { Socket } from 'node:net';
import { connect } from 'node:net';
import type { TestDevice } from './test-device.ts';

/** A connection of an adversary: bytes out as given, bytes in as they come. */
export interface RawLine {
  readonly socket: Socket;
  readonly send: (bytes: string) => void;
  /** Everything received so far. */
  readonly text: () => string;
  /** Settles once `count` answers began, or the other side closed. */
  readonly answers: (count: number) => Promise<string>;
  /** Settles when the other side closed, with everything received. */
  readonly closed: Promise<string>;
}

export async function openRawLine(url: string): Promise<RawLine> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => (text += chunk));
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => {
    socket.on('close', () => {
      resolve(text);
    });
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const answers = (count: number): Promise<string> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (statusesOf(text).length >= count) resolve(text);
      };
      socket.on('data', look);
      void closed.then(resolve);
      look();
    });
  return { socket, send: (bytes) => socket.write(bytes, 'latin1'), text: () => text, answers, closed };
}

/** Statuses of the answers in a received text, interim ones left out. */
export function statusesOf(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.[01] (\d{3}) /g)]
    .map(([, status]) => Number(status))
    .filter((code) => code >= 200);
}

/** The header lines with which a device names its session. */
export function sessionLines(device: TestDevice): string {
  const cookie = [...device.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return `Host: ${new URL(device.url).host}\r\nCookie: ${cookie}\r\nX-Sillon-Account: ${device.info?.account ?? ''}\r\n`;
}
