import { Transform } from 'node:stream';

/** Passes bytes through and calls `onTooMany` once when more than `most` came. */
export function capBytes(most: number, onTooMany: () => void): Transform {
  let count = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length;
      if (count <= most) {
        done(null, chunk);
        return;
      }
      onTooMany();
      done(new Error('body too large'));
    },
  });
}
