import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../core/utf8.ts';
import { decodeText } from './decode-text.ts';

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('decodeText', () => {
  it('reads UTF-8 even when the header announces another set', () => {
    const text = 'ENCODING:USASCII\nCHARSET:1252\nDÉPÔT à l’été 12 € 😀';
    expect(decodeText(encodeUtf8(text))).toEqual({ text, encoding: 'utf-8' });
  });

  it('takes the byte order mark away', () => {
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41)).text).toBe('A');
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0xe9, 0x00, 0xac, 0x20))).toEqual({ text: 'é€', encoding: 'utf-16le' });
    expect(decodeText(Uint8Array.of(0xfe, 0xff, 0x00, 0xe9))).toEqual({ text: 'é', encoding: 'utf-16be' });
  });

  it('reads windows-1252, all of whose bytes agree with the platform', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const decoded = decodeText(bytes);
    expect(decoded.encoding).toBe('windows-1252');
    expect(decoded.text).toBe(new TextDecoder('windows-1252').decode(bytes));
  });

  it('reads ISO-8859-15 when it is announced or its euro is the only sign', () => {
    const bytes = latin('Pr\xe9l\xe8vement c\xbdur 12 \xa4');
    expect(decodeText(bytes)).toEqual({ text: 'Prélèvement cœur 12 €', encoding: 'iso-8859-15' });
    const announced = latin('<?xml version="1.0" encoding="ISO-8859-15"?>\xe9\xbc');
    expect(decodeText(announced).text).toMatch(/éŒ$/);
    const windows = latin('CHARSET:1252\n\xe9 \xa4');
    expect(decodeText(windows).text).toMatch(/é ¤$/);
  });

  it('keeps a UTF-8 file readable when one character is broken', () => {
    const bytes = [...encodeUtf8('é'.repeat(20)), 0xe9, 0x20, ...encodeUtf8('à')];
    expect(decodeText(Uint8Array.from(bytes)).text).toBe(`${'é'.repeat(20)}\ufffd à`);
  });

  it('gives back any text written in UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(decodeText(encodeUtf8(text)).text).toBe(text);
      }),
    );
  });
});
