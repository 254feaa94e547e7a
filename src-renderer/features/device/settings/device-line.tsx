import { Badge, Button, Group, Text, TextInput } from '@mantine/core';
import type { JSX, KeyboardEvent, SubmitEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnDevice } from '../../../../shared/access/own-device.ts';
import { LONGEST_DEVICE_NAME } from '../../../../shared/access/own-device.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** One device of the person, with what they can do about it. */
export function DeviceLine(props: {
  readonly device: OwnDevice;
  readonly onEnd: (device: OwnDevice) => void;
  /** Whether it has the name now. */
  readonly onRename: (name: string) => Promise<boolean>;
}): JSX.Element {
  const { device, onEnd, onRename } = props;
  const { t } = useTranslation('settings');
  const format = useFormat();
  const [isNaming, setIsNaming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const state = device.isThis ? 'deviceThis' : device.isOpen ? 'deviceOpen' : 'deviceEnded';
  const seen = { date: format.date(localToday(new Date(device.lastSeenAt))), time: format.time(device.lastSeenAt) };

  function stopNaming(): void {
    setIsNaming(false);
    requestAnimationFrame(() => button.current?.focus());
  }

  if (isNaming) {
    return (
      <li>
        <NameForm
          name={device.name}
          onCancel={stopNaming}
          onSave={async (name) => {
            if (await onRename(name)) stopNaming();
          }}
        />
      </li>
    );
  }
  return (
    <Group component="li" justify="space-between" gap="xs" align="flex-start">
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Text size="sm" fw={600}>
          {device.name}{' '}
          <Badge variant="default" tt="none">
            {t(state)}
          </Badge>
        </Text>
        <Text size="xs" c="dimmed">
          {t('deviceSeen', { ...seen, prefix: device.prefix })}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          ref={button}
          size="compact-sm"
          variant="default"
          aria-label={t('deviceRenameOf', { name: device.name })}
          onClick={() => {
            setIsNaming(true);
          }}
        >
          {t('deviceRename')}
        </Button>
        {!device.isThis && device.isOpen && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('devicesEndTitle', { name: device.name })}
            onClick={() => {
              onEnd(device);
            }}
          >
            {t('devicesEnd')}
          </Button>
        )}
      </Group>
    </Group>
  );
}

function NameForm(props: {
  readonly name: string;
  readonly onCancel: () => void;
  readonly onSave: (name: string) => Promise<void>;
}): JSX.Element {
  const { t } = useTranslation('settings');
  const { t: tCommon } = useTranslation();
  const [name, setName] = useState(props.name);
  const [isBusy, setIsBusy] = useState(false);

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (name.trim() === '') return;
    setIsBusy(true);
    await props.onSave(name.trim());
    setIsBusy(false);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') props.onCancel();
  }

  return (
    <form onSubmit={(event) => void save(event)} onKeyDown={onKeyDown}>
      <Group gap="xs" align="flex-end">
        <TextInput
          flex={1}
          miw={200}
          label={t('deviceName')}
          description={t('deviceNameHint')}
          maxLength={LONGEST_DEVICE_NAME}
          autoComplete="off"
          autoFocus
          required
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <Button type="submit" size="sm" loading={isBusy}>
          {tCommon('save')}
        </Button>
        <Button size="sm" variant="default" onClick={props.onCancel}>
          {tCommon('cancel')}
        </Button>
      </Group>
    </form>
  );
}
