import { Group, Paper, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconFileImport, IconKey, IconPlant2 } from '@tabler/icons-react';
import type { ComponentType, JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ViewHeader } from './view-header.tsx';
import { ViewLink } from './view-link.tsx';
import classes from './welcome.module.css';

export type FirstTimeChoice = 'demo' | 'join' | 'backup' | 'account';

const CHOICES = [
  { choice: 'join', label: 'choiceJoin', hint: 'choiceJoinHint', icon: IconKey },
  { choice: 'demo', label: 'choiceDemo', hint: 'choiceDemoHint', icon: IconPlant2 },
  { choice: 'backup', label: 'choiceBackup', hint: 'choiceBackupHint', icon: IconFileImport },
] as const;

/** The three ways to begin on a device that knows nobody yet. */
export function FirstTimeChoices({ onChoose }: { readonly onChoose: (choice: FirstTimeChoice) => void }): JSX.Element {
  const { t } = useTranslation('welcome');
  return (
    <>
      <ViewHeader title={t('choicesTitle')} hint={t('choicesHint')} />
      <Stack gap="sm">
        {CHOICES.map(({ choice, label, hint, icon }) => (
          <ChoiceButton
            key={choice}
            testId={`choice-${choice}`}
            label={t(label)}
            hint={t(hint)}
            icon={icon}
            onChoose={() => {
              onChoose(choice);
            }}
          />
        ))}
      </Stack>
      <ViewLink
        label={t('choiceAccount')}
        testId="choice-account"
        onFollow={() => {
          onChoose('account');
        }}
      />
    </>
  );
}

function ChoiceButton(props: {
  readonly testId: string;
  readonly label: string;
  readonly hint: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;
  readonly onChoose: () => void;
}): JSX.Element {
  const Icon = props.icon;
  return (
    <Paper withBorder>
      <UnstyledButton className={classes['choice']} onClick={props.onChoose} data-testid={props.testId}>
        <Group wrap="nowrap" gap="md">
          <Icon size={26} stroke={1.5} aria-hidden />
          <div style={{ flex: 1 }}>
            <Text fw={600}>{props.label}</Text>
            <Text size="sm" c="dimmed">
              {props.hint}
            </Text>
          </div>
          <IconChevronRight size={18} stroke={1.5} aria-hidden />
        </Group>
      </UnstyledButton>
    </Paper>
  );
}
