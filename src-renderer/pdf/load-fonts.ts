import boldAddress from 'source-sans/WOFF2/OTF/SourceSans3-Semibold.otf.woff2?url';
import regularAddress from 'source-sans/WOFF2/OTF/SourceSans3-Regular.otf.woff2?url';

/** The bytes of the two cuts a document uses. */
export interface PdfFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** Reads the fonts that come with the build, from the device once Sillon is installed. Throws when they are not there. */
export async function loadFonts(): Promise<PdfFonts> {
  const [regular, bold] = await Promise.all([readBytes(regularAddress), readBytes(boldAddress)]);
  return { regular, bold };
}

async function readBytes(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`font not found: ${address}`);
  return new Uint8Array(await response.arrayBuffer());
}
