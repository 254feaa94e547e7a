import { describe, expect, it } from 'vitest';
import { rebuildLink, setupExternalLinks } from './external-links.ts';
import { createMemoryLog } from './testing/memory-log.ts';

describe('rebuildLink', () => {
  it.each([
    ['https://www.example.coop/a?b=c#d', 'https://www.example.coop/a?b=c#d'],
    ['HTTPS://Example.coop', 'https://example.coop/'],
    ['mailto:a@example.coop', 'mailto:a@example.coop'],
    [
      'mailto:a@example.coop?subject=Bonjour%20%C3%A0%20tous&attach=/etc/passwd',
      'mailto:a@example.coop?subject=Bonjour%20%C3%A0%20tous',
    ],
  ])('opens %s', (link, expected) => {
    expect(rebuildLink(link)).toBe(expected);
  });

  it.each([
    'http://example.coop',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-msdt:x',
    'smb://server/share',
    'app://sillon/',
    'https://me:secret@example.coop',
    'mailto:a@example.coop,b@example.coop',
    'mailto:"a b"@example.coop',
    'mailto:--attach=x',
    'mailto:%',
    'not a link',
    `https://example.coop/${'x'.repeat(2000)}`,
  ])('refuses %s', (link) => {
    expect(rebuildLink(link)).toBeNull();
  });
});

describe('setupExternalLinks', () => {
  it('opens what may be opened and logs only the kind of what may not', async () => {
    const opened: string[] = [];
    const log = createMemoryLog();
    const shell = {
      openExternal: (link: string) => {
        opened.push(link);
        return Promise.reject(new Error('no browser'));
      },
    };
    const { open } = setupExternalLinks({ shell, log });
    open('https://example.coop/x');
    open('file:///secret');
    await Promise.resolve();
    await Promise.resolve();
    expect(opened).toEqual(['https://example.coop/x']);
    expect(log.lines).toEqual(['warn link-refused {"scheme":"file:"}', 'warn link-not-opened {}']);
  });
});
