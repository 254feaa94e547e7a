import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';

/** The next rows of a long list; nothing once all are shown. */
export function ShowMore(props: {
  readonly count: number;
  readonly shown: number;
  readonly atOnce: number;
  readonly onShow: (shown: number) => void;
}): JSX.Element | null {
  const { count, shown, atOnce, onShow } = props;
  const { t } = useTranslation();
  if (count <= shown) return null;
  return (
    <Button
      variant="default"
      style={{ alignSelf: 'flex-start' }}
      onClick={() => {
        onShow(shown + atOnce);
      }}
    >
      {t('showMore', { count: Math.min(atOnce, count - shown) })}
    </Button>
  );
}
