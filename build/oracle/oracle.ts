import rules2026 from 'modele-social';
import rules2025 from 'modele-social-2025';
import Engine from 'publicodes';
import type { SalaryInput } from '../../shared/salary/salary-input.ts';
import { ORACLE_REDUCTION, ORACLE_RULES, ruleName } from './oracle-lines.ts';

/** Exact amounts in cents by `side.code` as the public model computes them, not rounded; lines that do not apply are 0. */
export type OracleAmounts = Readonly<Record<string, number>>;

const LOGGER = { log: () => undefined, warn: () => undefined, error: () => undefined };
const engines = new Map<string, Engine>();

/**
 * Asks the public model (`publicodes` with the rules of the year) for a pay. Rules of 2025 come from an older version, because
 * the later one dropped them; from June 2026 the model feeds the general reduction with the new minimum wage, where the law
 * keeps that of January (12.02 €), so it is told.
 */
export function askOracle(input: SalaryInput, grossCents: number): OracleAmounts {
  const engine = prepareOracle(input, grossCents);
  const amounts: Record<string, number> = {};
  for (const [line, rule] of Object.entries(ORACLE_RULES)) amounts[line] = centsOf(engine, rule);
  amounts['employer.generalReduction'] = -centsOf(engine, ORACLE_REDUCTION[yearOf(input)]);
  return amounts;
}

/** The model with a pay as its situation, nothing evaluated yet. */
export function prepareOracle(input: SalaryInput, grossCents: number): Engine {
  const engine = engineOf(yearOf(input));
  engine.setSituation({ ...contractOf(input), 'salarié . contrat . salaire brut': euros(grossCents) });
  return engine;
}

/** The model with an employer cost as its situation: its own, approximate inverse. */
export function prepareOracleFromCost(input: SalaryInput, costCents: number): Engine {
  const engine = engineOf(yearOf(input));
  engine.setSituation({ ...contractOf(input), 'salarié . coût total employeur': euros(costCents) });
  return engine;
}

function yearOf({ period }: SalaryInput): 2025 | 2026 {
  return period < '2026' ? 2025 : 2026;
}

function engineOf(year: 2025 | 2026): Engine {
  const known = engines.get(String(year));
  if (known !== undefined) return known;
  const rules = year === 2025 ? rules2025 : rules2026;
  const engine = new Engine(rules, { logger: LOGGER, warn: false });
  engines.set(String(year), engine);
  return engine;
}

function contractOf(input: SalaryInput): Record<string, string> {
  const [year = '', month = ''] = input.period.split('-');
  // The model knows contracts with hours alone.
  const hours = input.workingTime?.kind === 'weeklyHours' ? input.workingTime.minutes / 60 : Number.NaN;
  return {
    date: `01/${month}/${year}`,
    dirigeant: 'non',
    'entreprise . catégorie juridique': "''",
    'entreprise . imposition': 'non',
    'salarié . activité partielle': 'non',
    'entreprise . salariés . effectif': String(input.headcount),
    'établissement . taux ATMP': percent(input.atmpRatePpm),
    'établissement . commune . taux versement mobilité': percent(input.transportRatePpm),
    'salarié . contrat . statut cadre': input.isCadre ? 'oui' : 'non',
    'salarié . cotisations . prévoyances . santé . montant': euros(input.mutuelleCents),
    'salarié . cotisations . prévoyances . santé . taux employeur': percent(input.mutuelleEmployerSharePpm),
    ...(yearOf(input) === 2026 && { 'SMIC . horaire': '12.02 €/heure' }),
    ...(hours < 35 && {
      'salarié . contrat . temps de travail . temps partiel': 'oui',
      'salarié . contrat . temps de travail . temps partiel . heures par semaine': `${String(hours)} heures/semaine`,
    }),
  };
}

function centsOf(engine: Engine, rule: string): number {
  const { nodeValue } = engine.evaluate(ruleName(rule));
  return typeof nodeValue === 'number' ? nodeValue * 100 : 0;
}

function percent(ppm: number): string {
  return `${(ppm / 10_000).toFixed(4)}%`;
}

function euros(cents: number): string {
  return `${(cents / 100).toFixed(2)} €/mois`;
}
