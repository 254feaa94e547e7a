import { MultiSelect } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberStatus } from '../../../../shared/records/contribution-rule.ts';
import { memberStatus } from '../../../../shared/records/contribution-rule.ts';

/** The statuses something is for. */
export function StatusField(props: {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: readonly MemberStatus[];
  readonly onChange: (statuses: MemberStatus[]) => void;
}): JSX.Element {
  const { t } = useTranslation('rules');
  return (
    <MultiSelect
      label={props.label}
      {...(props.value.length === 0 && props.placeholder !== undefined && { placeholder: props.placeholder })}
      data={memberStatus.options.map((status) => ({ value: status, label: t(`status.${status}`) }))}
      value={[...props.value]}
      onChange={(statuses) => {
        props.onChange(statuses);
      }}
    />
  );
}
