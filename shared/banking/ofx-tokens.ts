/** A tag of an OFX file and the text that follows it up to the next tag. */
export interface OfxToken {
  readonly name: string;
  readonly isClosing: boolean;
  /** Text after the tag, entities not yet decoded. */
  readonly text: string;
  /** Offsets of the tag itself in the text that was read. */
  readonly start: number;
  readonly end: number;
}

/**
 * The tags of an OFX document, SGML (leaves without closing tags) or XML alike, in upper case, in order. Anything that
 * does not look like a tag is text, so that a stray `<` in a label breaks nothing. Linear in the length of the text.
 */
export function* readOfxTokens(text: string): Generator<OfxToken> {
  const tag = /<(\/?)([A-Za-z][\w.:-]{0,60})(?:\s[^<>]{0,200})?\/?>/g;
  let previous = tag.exec(text);
  while (previous) {
    const next = tag.exec(text);
    const end = previous.index + previous[0].length;
    yield {
      name: (previous[2] ?? '').toUpperCase(),
      isClosing: previous[1] === '/',
      text: text.slice(end, next?.index ?? text.length),
      start: previous.index,
      end,
    };
    previous = next;
  }
}

/** Takes comments out and turns CDATA sections into plain text, keeping every line break where it was. */
export function flattenMarkup(text: string): string {
  let flat = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!', at);
    if (start < 0) return flat + text.slice(at);
    const isComment = text.startsWith('<!--', start);
    const isCdata = text.startsWith('<![CDATA[', start);
    const end = isComment ? text.indexOf('-->', start) : isCdata ? text.indexOf(']]>', start) : -1;
    flat += text.slice(at, start);
    if ((isComment || isCdata) && end < 0) return flat + text.slice(start);
    if (isComment) flat += text.slice(start, end).replace(/[^\n]+/g, '');
    else if (isCdata)
      flat += text
        .slice(start + 9, end)
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;');
    else flat += '<!';
    at = isComment || isCdata ? end + 3 : start + 2;
  }
}
