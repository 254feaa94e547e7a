/** A title as the name of a file that every system accepts: `Relevé de versement, mars 2026.pdf`. */
export function documentFileName(title: string, extension: 'csv' | 'pdf'): string {
  const name = title
    // Not allowed on Windows; invisible and narrow blanks would surprise in a folder.
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 120)
    .trim();
  return `${name === '' ? 'Sillon' : name}.${extension}`;
}
