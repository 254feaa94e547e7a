import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../../shared/access/audit-entry.ts';
import { isMonth } from '../../../../shared/time/month.ts';
import { useFormat } from '../../../i18n/use-format.ts';

const COMMAND = 'command:';

/** The words of the trail in the language of the screen; what a newer server adds stands as it came. */
export function useAuditWords(): {
  actor(entry: AuditEntry): string;
  facts(entry: AuditEntry): string;
} {
  const { t, i18n } = useTranslation('audit');
  const format = useFormat();
  const has = (key: string): boolean => i18n.exists(key, { ns: 'audit' });
  /** The key was just looked up. */
  const say = (key: string, value?: string): string => t(key as 'fact.name', { value: value ?? '' });

  const value = (name: string, text: string): string => {
    if (name === 'changed') {
      return text
        .split(' ')
        .map((member) => (has(`member.${member}`) ? say(`member.${member}`) : member))
        .join(', ');
    }
    if (isMonth(text)) return format.month(text);
    if (name === 'written') return format.date(text.slice(0, 10));
    return has(`value.${text}`) ? say(`value.${text}`) : text;
  };

  return {
    actor: ({ actor }) => {
      if (actor === 'server') return t('server');
      if (!actor.startsWith(COMMAND)) return actor;
      const name = actor.slice(COMMAND.length);
      return name === '' ? t('commandUnnamed') : t('command', { name });
    },
    facts: ({ details }) =>
      Object.entries(details)
        .map(([name, fact]) => {
          const words = name === 'name' ? String(fact) : value(name, String(fact));
          return has(`fact.${name}`) ? say(`fact.${name}`, words) : `${name}: ${words}`;
        })
        .join(' · '),
  };
}
