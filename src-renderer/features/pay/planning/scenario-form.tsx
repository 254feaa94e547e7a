import { Group, NativeSelect, Paper, Stack, Text, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivitySettingsBody } from '../../../../shared/records/activity-settings.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { changeDirection } from './change-direction.ts';
import type { ComputedScenario } from './computed-scenario.ts';
import type { PlanBook } from './use-plan-book.ts';

const DIRECTIONS = ['even', 'cost', 'gross', 'net'] as const;
/** A budget abroad has no gross and no cost beyond it. */
const ABROAD_DIRECTIONS = ['even', 'cost'] as const;

/** Name, direction and reserve of a scenario; for an even one what each chosen month may cost. */
export function ScenarioForm(
  props: ComputedScenario & {
    readonly book: PlanBook;
    readonly settings: ActivitySettingsBody;
    readonly onRename: (from: string, to: string) => void;
  },
): JSX.Element {
  const { t } = useTranslation('payPlan');
  const format = useFormat();
  const { scenario, plan, book, settings } = props;
  const [name, setName] = useState(scenario.name);
  const target = { kind: 'scenario', scenario: scenario.name } as const;
  const directions = settings.contract.kind === 'abroad' ? ABROAD_DIRECTIONS : DIRECTIONS;

  function rename(): void {
    if (name.trim() !== '' && name !== scenario.name) void save(name.trim());
    else setName(scenario.name);
  }

  async function save(renamed: string): Promise<void> {
    if (await book.save({ ...target, change: { name: renamed } })) props.onRename(scenario.name, renamed);
    else setName(scenario.name);
  }

  return (
    <Paper withBorder p="md" className="no-print">
      <Stack gap="sm">
        <TextInput
          label={t('name')}
          value={name}
          maxLength={60}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
          onBlur={rename}
        />
        <Group grow align="flex-start">
          <NativeSelect
            label={t('direction')}
            value={scenario.direction}
            data={directions.map((value) => ({ value, label: t(`direction.${value}`) }))}
            onChange={(event) => {
              const direction = directions.find((known) => known === event.currentTarget.value) ?? 'even';
              void book.save({ ...target, change: { direction, months: changeDirection(scenario, plan, direction) } });
            }}
          />
          <AmountInput
            label={t('reserve')}
            currency={settings.currency}
            valueMinor={scenario.reserveTargetCents}
            isPositive
            emptyValue={0}
            onValue={(reserveTargetCents) => {
              book.preview(
                reserveTargetCents === undefined ? undefined : { ...target, change: { reserveTargetCents } },
              );
            }}
            onBlur={() => void book.save()}
          />
        </Group>
        {plan.evenCostCents !== undefined && (
          <Text aria-live="polite">
            {t('evenCost')}{' '}
            <strong className="figures" data-testid="even-cost">
              {format.money(plan.evenCostCents, settings.currency)}
            </strong>
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
