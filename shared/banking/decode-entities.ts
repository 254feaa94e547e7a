const NAMED: ReadonlyMap<string, string> = new Map(
  (
    'amp & lt < gt > quot " apos \' euro € deg ° laquo « raquo » rsquo ’ lsquo ‘ ldquo “ rdquo ” ndash – mdash — ' +
    'hellip … middot · ordm º copy © reg ® sect § ' +
    'agrave à acirc â auml ä aacute á eacute é egrave è ecirc ê euml ë icirc î iuml ï iacute í ocirc ô ouml ö oacute ó ' +
    'ugrave ù ucirc û uuml ü uacute ú ccedil ç ntilde ñ oelig œ aelig æ szlig ß ' +
    'Agrave À Acirc Â Eacute É Egrave È Ecirc Ê Euml Ë Icirc Î Iuml Ï Ocirc Ô Ouml Ö Ugrave Ù Ucirc Û Uuml Ü Ccedil Ç ' +
    'OElig Œ AElig Æ'
  )
    .split(' ')
    .reduce<[string, string][]>(
      (pairs, word, index, words) => {
        if (index % 2 === 0) pairs.push([word, words[index + 1] ?? '']);
        return pairs;
      },
      [['nbsp', ' ']],
    ),
);

/** Replaces XML entities, numeric ones and the HTML names found in French bank files, once; unknown names stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});/g, (whole: string, name: string) => {
    if (!name.startsWith('#')) return NAMED.get(name) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : ' ';
  });
}
