// Types of the parts of the library that the documents use; the published ones bring Node's globals into the screens.
declare module 'pdfmake/build/pdfmake.js' {
  type Margins = [left: number, top: number, right: number, bottom: number];

  interface Style {
    readonly font?: string;
    readonly fontSize?: number;
    readonly lineHeight?: number;
    readonly bold?: boolean;
    readonly color?: string;
    readonly alignment?: 'left' | 'right';
    readonly margin?: Margins;
    /** OpenType features by their tags. */
    readonly fontFeatures?: readonly string[];
  }

  interface TextContent extends Style {
    readonly text: string;
    readonly noWrap?: boolean;
    readonly wordBreak?: 'break-all';
    readonly width?: '*' | 'auto';
    readonly headlineLevel?: number;
  }

  interface StackContent extends Style {
    readonly stack: readonly Content[];
  }

  interface ColumnsContent extends Style {
    readonly columns: readonly Content[];
  }

  interface TableLayout {
    readonly hLineWidth?: (line: number) => number;
    readonly vLineWidth?: (line: number) => number;
    readonly hLineColor?: (line: number) => string;
    readonly paddingTop?: (row: number) => number;
    readonly paddingBottom?: (row: number) => number;
    readonly paddingLeft?: (column: number) => number;
    readonly paddingRight?: (column: number) => number;
  }

  interface TableContent extends Style {
    readonly table: {
      readonly widths: readonly string[];
      readonly body: readonly (readonly Content[])[];
      readonly headerRows?: number;
      readonly keepWithHeaderRows?: number;
      readonly dontBreakRows?: boolean;
    };
    readonly layout: TableLayout;
  }

  type Content = TextContent | StackContent | ColumnsContent | TableContent;

  interface PlacedNode {
    readonly text?: unknown;
    readonly headlineLevel?: number;
  }

  interface Definition {
    readonly pageSize: 'A4';
    readonly pageOrientation: 'portrait' | 'landscape';
    readonly pageMargins: Margins;
    readonly info: Readonly<Record<string, string | Date>>;
    /** Tag of the language, in the properties of the file. */
    readonly language: string;
    readonly displayTitle: boolean;
    readonly version: '1.7';
    readonly defaultStyle: Style;
    readonly footer: (page: number, count: number) => Content;
    readonly pageBreakBefore: (
      node: PlacedNode,
      nodes: { readonly getFollowingNodesOnPage: () => readonly PlacedNode[] },
    ) => boolean;
    readonly content: readonly Content[];
  }

  interface PdfMake {
    addVirtualFileSystem(files: Readonly<Record<string, { readonly data: Uint8Array }>>): void;
    setFonts(fonts: Readonly<Record<string, { readonly normal: string; readonly bold: string }>>): void;
    /** Answers which addresses outside the document may be read. */
    setUrlAccessPolicy(isAllowed: (url: string) => boolean): void;
    createPdf(definition: Definition): { getBuffer(): Promise<Uint8Array> };
  }

  const pdfmake: PdfMake;
  export type { Content, Definition, TextContent };
  export default pdfmake;
}
