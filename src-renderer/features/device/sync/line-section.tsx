import { Alert, Switch } from '@mantine/core';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatabaseName } from '../../../../shared/records/registry.ts';
import { formatMinor } from '../../../../shared/money/format.ts';
import { listOverBudget, RECORD_BUDGET } from '../../../../shared/sync/record-budget.ts';
import { useFromImage } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { setMetered, watchMetered } from '../../../sync/metered-mode.ts';
import { Section } from './section.tsx';

/** How this device uses its line, and how much it carries. */
export function LineSection(): JSX.Element {
  const { t } = useTranslation('syncDetails');
  const { language } = useFormat();
  const { store } = useSession();
  const { facts, context, images } = store.parts;
  const [isOn, setIsOn] = useState(false);
  useEffect(() => watchMetered(facts, setIsOn), [facts]);
  const counted = images.book ?? images.network ?? store.image('commons');
  const counts = useFromImage(counted, () => countRecords(images), [images]);
  return (
    <Section title={t('line')} testId="line">
      <Switch
        label={t('metered')}
        description={t('meteredHint')}
        checked={isOn}
        data-testid="metered"
        onChange={(event) => void setMetered(facts, context.clock(), event.currentTarget.checked)}
      />
      {listOverBudget(counts).map((name) => (
        <Alert key={name} color="yellow" variant="light">
          {t('overBudget', {
            name: t(`database.${name}`),
            held: formatMinor(counts[name] ?? 0, 0, language),
            budget: formatMinor(RECORD_BUDGET[name], 0, language),
          })}
        </Alert>
      ))}
    </Section>
  );
}

function countRecords(
  images: Partial<Record<DatabaseName, { readonly size: number }>>,
): Partial<Record<DatabaseName, number>> {
  return Object.fromEntries(Object.entries(images).map(([name, image]) => [name, image.size]));
}
