import { createTheme } from '@mantine/core';

/** A sober green of fields; tone 7 keeps 4.5:1 on white and tone 4 on dark ground. */
export const theme = createTheme({
  primaryColor: 'field',
  primaryShade: { light: 7, dark: 7 },
  colors: {
    field: [
      '#eaf6f1',
      '#d3ebe1',
      '#a9d8c4',
      '#7cc4a6',
      '#57b38c',
      '#3f9c76',
      '#2f8261',
      '#1f5c4a',
      '#184a3b',
      '#10382c',
    ],
  },
  defaultRadius: 'sm',
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  headings: { fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The native scroller is the one that a keyboard reaches and a screen reader knows.
    TableScrollContainer: { defaultProps: { type: 'native' } },
  },
});
