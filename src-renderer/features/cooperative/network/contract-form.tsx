import { Checkbox, Group, SimpleGrid } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail } from '../../../../shared/core/result.ts';
import { formatMinor } from '../../../../shared/money/format.ts';
import { parseAmount } from '../../../../shared/money/parse.ts';
import type { Contract } from '../../../../shared/records/contract.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FormFrame } from '../../../ui/form-frame.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import type { ContractDraft, ContractProblem, CountedIn } from './contract-draft.ts';
import { isContractProblem, readContractDraft, startContractDraft } from './contract-draft.ts';

const KINDS = ['cape', 'cesa', 'salaried', 'abroad'] as const;
const COUNTED_IN: readonly CountedIn[] = ['weeklyHours', 'annualDays', 'annualHours'];

/** The fields of one contract, to add, change or end it. */
export function ContractForm(props: {
  readonly contract: Contract | undefined;
  /** Whether the end date is what the person came for. */
  readonly isEnding: boolean;
  readonly onSave: (contract: Contract) => Promise<Result<unknown>>;
  readonly onCancel: () => void;
}): JSX.Element {
  const { t } = useTranslation('memberContract');
  const { t: tContract } = useTranslation('contract');
  const format = useFormat();
  const [draft, setDraft] = useState(() => startContractDraft(props.contract));
  const [problem, setProblem] = useState<ContractProblem>();

  function change(next: Partial<ContractDraft>): void {
    setDraft((current) => ({ ...current, ...next }));
    setProblem(undefined);
  }

  async function save(): Promise<Result<unknown> | undefined> {
    const read = readContractDraft(draft, props.contract);
    if (!isContractProblem(read)) return props.onSave(read);
    setProblem(read);
    return undefined;
  }

  const errorOf = (field: ContractProblem['field']): string | undefined =>
    problem?.field !== field
      ? undefined
      : problem.error === undefined
        ? t(`timeWrong.${draft.countedIn}`)
        : format.error(problem.error);

  return (
    <FormFrame
      title={t(props.contract === undefined ? 'add' : props.isEnding ? 'endTitle' : 'changeTitle')}
      onSave={save}
      onCancel={props.onCancel}
      showError={(error) => <ErrorMessage error={error} />}
      testId="save-contract"
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        <ChoiceField
          label={tContract('kind')}
          value={draft.kind}
          choices={KINDS.map((value) => ({ value, label: tContract(`kind.${value}`) }))}
          onValue={(kind) => {
            change({ kind });
          }}
        />
        <DateField
          label={t('startDate')}
          autoFocus={!props.isEnding}
          value={draft.startDate}
          error={errorOf('startDate')}
          onValue={(startDate) => {
            change({ startDate });
          }}
        />
        <DateField
          label={t('endDate')}
          autoFocus={props.isEnding}
          value={draft.endDate}
          error={errorOf('endDate')}
          onValue={(endDate) => {
            change({ endDate });
          }}
        />
        {draft.kind === 'salaried' && (
          <>
            <ChoiceField
              label={t('countedIn')}
              value={draft.countedIn}
              choices={COUNTED_IN.map((value) => ({ value, label: t(`countedIn.${value}`) }))}
              onValue={(countedIn) => {
                change({ countedIn });
              }}
            />
            <DecimalInput
              label={t(`time.${draft.countedIn}`)}
              value={draft.timeE2}
              write={(value) => formatMinor(value, 2, format.language).replace(/[.,]00$/, '')}
              read={readHours}
              error={errorOf('time')}
              onValue={(timeE2) => {
                change({ timeE2 });
              }}
            />
          </>
        )}
        {draft.kind === 'cesa' && (
          <AmountInput
            label={tContract('fixedPart')}
            valueMinor={draft.fixedGrossCents === 0 ? undefined : draft.fixedGrossCents}
            emptyValue={0}
            isPositive
            error={errorOf('fixedPart')}
            onValue={(fixedGrossCents) => {
              change({ fixedGrossCents });
            }}
          />
        )}
      </SimpleGrid>
      <Group gap="lg">
        <Checkbox
          label={t('isCadre')}
          checked={draft.isCadre}
          onChange={(event) => {
            change({ isCadre: event.currentTarget.checked });
          }}
        />
        {draft.kind === 'cesa' && (
          <Checkbox
            label={t('isAssociate')}
            checked={draft.isAssociate}
            onChange={(event) => {
              change({ isAssociate: event.currentTarget.checked });
            }}
          />
        )}
      </Group>
    </FormFrame>
  );
}

/** Hours a week in hundredths. Error: `quantity.invalid`. */
function readHours(text: string): Result<number> {
  const hoursE2 = parseAmount(text, 2);
  return hoursE2.ok ? hoursE2 : fail(appError('quantity.invalid', 'hours that cannot be read'));
}
