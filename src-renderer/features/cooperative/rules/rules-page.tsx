import { Paper, Tabs } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { useCooperative } from '../../../session/use-cooperative.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { BenefitsSection } from './benefits-section.tsx';
import { ContributionSection } from './contribution-section.tsx';
import { CountriesSection } from './countries-section.tsx';
import { EmployerSection } from './employer-section.tsx';
import { ExtraLinesSection } from './extra-lines-section.tsx';
import { IdentitySection } from './identity-section.tsx';
import { NetPaySection } from './net-pay-section.tsx';
import { NoCooperative } from './no-cooperative.tsx';
import { YearSection } from './year-section.tsx';

type Section = (props: { readonly cooperative: SettingsInForce }) => JSX.Element;

const SECTIONS = {
  contribution: ContributionSection,
  extraLines: ExtraLinesSection,
  benefits: BenefitsSection,
  employer: EmployerSection,
  countries: CountriesSection,
  netPay: NetPaySection,
  year: YearSection,
  identity: IdentitySection,
} as const satisfies Record<string, Section>;

const TABS = Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]; // exactly these

/** The rules of the cooperative, set by the support team; a part of them at a time. */
export function RulesPage(): JSX.Element {
  const { t } = useTranslation('rules');
  const cooperative = useCooperative();
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      {cooperative === undefined ? (
        <NoCooperative />
      ) : (
        <Paper withBorder>
          <Tabs defaultValue="contribution" keepMounted={false}>
            <Tabs.List>
              {TABS.map((tab) => (
                <Tabs.Tab key={tab} value={tab} data-testid={`tab-${tab}`}>
                  {t(`tab.${tab}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {TABS.map((tab) => {
              const Part = SECTIONS[tab];
              return (
                <Tabs.Panel key={tab} value={tab} p="md">
                  <Part cooperative={cooperative} />
                </Tabs.Panel>
              );
            })}
          </Tabs>
        </Paper>
      )}
    </>
  );
}
