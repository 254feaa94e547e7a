import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayScenario } from '../../../../shared/records/pay-plan.ts';
import { freeName } from './free-name.ts';
import type { PlanBook } from './use-plan-book.ts';

/** Which scenario is shown, which one stands beside it, and what can be done with them. */
export function ScenarioBar(props: {
  readonly scenarios: readonly PayScenario[];
  readonly scenario: PayScenario;
  readonly compared: string | undefined;
  readonly book: PlanBook;
  readonly onChoose: (name: string | undefined) => void;
  readonly onCompare: (name: string | undefined) => void;
}): JSX.Element {
  const { t } = useTranslation('payPlan');
  const { t: tCommon } = useTranslation();
  const { scenarios, scenario, book } = props;
  const names = scenarios.map(({ name }) => name);

  async function copy(): Promise<void> {
    const name = freeName(t('copyOf', { name: scenario.name }), names);
    if (await book.save({ kind: 'add', scenario: { ...scenario, name } })) {
      props.onChoose(scenario.name);
      props.onCompare(name);
    }
  }

  function confirmRemoval(): void {
    modals.openConfirmModal({
      title: t('remove'),
      children: <Text>{t('removeText', { name: scenario.name })}</Text>,
      labels: { confirm: t('remove'), cancel: tCommon('cancel') },
      onConfirm: () => {
        props.onChoose(undefined);
        void book.save({ kind: 'remove', scenario: scenario.name });
      },
    });
  }

  return (
    <Group align="flex-end" gap="sm" className="no-print">
      <NativeSelect
        label={t('scenario')}
        value={scenario.name}
        data={names}
        onChange={(event) => {
          props.onChoose(event.currentTarget.value);
        }}
      />
      <NativeSelect
        label={t('compareWith')}
        value={props.compared ?? ''}
        data={[
          { value: '', label: t('nothing') },
          ...names.filter((name) => name !== scenario.name).map((name) => ({ value: name, label: name })),
        ]}
        onChange={(event) => {
          props.onCompare(event.currentTarget.value === '' ? undefined : event.currentTarget.value);
        }}
      />
      <Button variant="default" onClick={() => void copy()} data-testid="copy-scenario">
        {t('copy')}
      </Button>
      {scenarios.length > 1 && (
        <Button variant="subtle" color="red" onClick={confirmRemoval}>
          {t('remove')}
        </Button>
      )}
    </Group>
  );
}
