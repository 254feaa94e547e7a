import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Refuses a pay with a reason the member will read. */
export function RefuseButton(props: {
  readonly name: string;
  readonly onRefuse: (comment: string) => Promise<void>;
}): JSX.Element {
  const { t } = useTranslation('payQueue');
  const { t: tCommon } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [comment, setComment] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  async function refuse(): Promise<void> {
    setIsMissing(comment.trim() === '');
    if (comment.trim() === '') return;
    await props.onRefuse(comment);
    close();
  }
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="red" onClick={open}>
        {t('step.refused')}
        <span className="visually-hidden"> : {props.name}</span>
      </Button>
      <Modal opened={isOpen} onClose={close} title={`${t('step.refused')} : ${props.name}`}>
        <Stack>
          <Textarea
            data-autofocus
            label={t('reason')}
            description={t('reasonHint')}
            value={comment}
            error={isMissing ? t('reasonMissing') : undefined}
            onChange={(event) => {
              setComment(event.currentTarget.value);
            }}
            autosize
            minRows={3}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {tCommon('cancel')}
            </Button>
            <Button color="red" onClick={() => void refuse()}>
              {t('step.refused')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
