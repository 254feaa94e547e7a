import { Button, Divider, Group, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contractsOf } from '../../../../shared/contract/contract-in.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import type { Contract } from '../../../../shared/records/contract.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { saveContracts } from '../../../data/commands/pay/save-contracts.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { ContractTable } from '../../pay/pieces/contract-table.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useUndoNotice } from '../../../frame/use-undo-notice.tsx';
import { ContractForm } from './contract-form.tsx';
import { MemberTermsForm } from './member-terms-form.tsx';

interface Editing {
  readonly contract: Contract | undefined;
  readonly isEnding: boolean;
}

/** The contracts of a member, which the support team adds, changes and ends, and what is set beside them. */
export function BookContracts({ settings }: { readonly settings: RecordOf<'activitySettings'> }): JSX.Element {
  const { t } = useTranslation('memberContract');
  const { t: tContract } = useTranslation('contract');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const noticeUndo = useUndoNotice();
  const [editing, setEditing] = useState<Editing>();
  const [error, setError] = useState<AppError>();
  const contracts = contractsOf(settings.body);
  const nameOf = ({ kind, startDate }: Contract): string =>
    t('nameOf', { kind: tContract(`kind.${kind}`), date: format.date(startDate) });

  /** `old` goes, `next` comes; either may be missing. */
  async function save(old: Contract | undefined, next: Contract | undefined): Promise<Result<unknown>> {
    const kept = contracts.filter((contract) => contract.startDate !== old?.startDate);
    const done = await saveContracts(store, settings, next === undefined ? kept : [...kept, next]);
    if (!done.ok) return done;
    setEditing(undefined);
    noticeUndo(t('saved'));
    return done;
  }

  const open = (next: Editing): void => {
    setError(undefined);
    setEditing(next);
  };

  return (
    <Stack gap="md" p="xs">
      <Text size="sm" c="dimmed" maw={720}>
        {t('hint')}
      </Text>
      <ContractTable
        contracts={contracts}
        actions={(contract) => (
          <Group gap={4} wrap="nowrap">
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => {
                open({ contract, isEnding: false });
              }}
            >
              {tCommon('edit')}
              <span className="visually-hidden"> : {nameOf(contract)}</span>
            </Button>
            {contract.endDate === undefined && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => {
                  open({ contract, isEnding: true });
                }}
              >
                {t('end')}
                <span className="visually-hidden"> : {nameOf(contract)}</span>
              </Button>
            )}
            {contracts.length > 1 && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="red"
                onClick={() =>
                  void save(contract, undefined).then((done) => {
                    setError(done.ok ? undefined : done.error);
                  })
                }
              >
                {tCommon('remove')}
                <span className="visually-hidden"> : {nameOf(contract)}</span>
              </Button>
            )}
          </Group>
        )}
      />
      <ErrorMessage error={error} />
      {editing === undefined ? (
        <Group>
          <Button
            variant="light"
            data-testid="add-contract"
            onClick={() => {
              open({ contract: undefined, isEnding: false });
            }}
          >
            {t('add')}
          </Button>
        </Group>
      ) : (
        <ContractForm
          key={`${editing.contract?.startDate ?? ''} ${String(editing.isEnding)}`}
          contract={editing.contract}
          isEnding={editing.isEnding}
          onSave={(next) => save(editing.contract, next)}
          onCancel={() => {
            setEditing(undefined);
          }}
        />
      )}
      <Divider />
      <MemberTermsForm settings={settings} />
    </Stack>
  );
}
