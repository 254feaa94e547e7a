// npm run -s mutate [-- folder or file …]: changes the rules on purpose, one place at a time, and looks whether a test fails.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { install } from '../steps/install.mjs';
import { step } from '../steps/report.mjs';
import { codeOf, ROOMS, testsOf } from './rooms.mjs';
import { ROOT, run } from '../steps/run.mjs';

/** What Stryker says of a change that no test noticed. */
const OPEN = ['Survived', 'NoCoverage'];

const asked = process.argv.slice(2).map((name) => name.replace(/\/$/, ''));
const isAsked = (file) => asked.length === 0 || asked.some((name) => file === name || file.startsWith(`${name}/`));

if (!(await step('packages', install))) process.exit(1);
mkdirSync(join(ROOT, '.mutation'), { recursive: true });
for (const room of ROOMS) {
  const files = codeOf(room).filter(isAsked);
  if (files.length === 0) continue;
  const isGood = await step(`changes in ${room}`, async () => describe(await change(room, files), files));
  if (!isGood) process.exitCode = 1;
}

/** Runs Stryker on files of one room; what it found, file by file. Results of earlier runs that still hold are kept. */
async function change(room, files) {
  const results = join(ROOT, `.mutation/${room.replaceAll('/', '-')}.json`);
  const tests = testsOf(room);
  const quick = tests.filter((name) => !name.includes('.prop.'));
  // What single cases find is not looked for again by those that try many.
  for (const some of existsSync(results) || quick.length === 0 ? [tests] : [quick, tests]) {
    forgetSurvivors(results, files);
    const env = { MUTATE_TESTS: some.join(','), MUTATE_ROOM: room };
    await run('stryker', ['run', 'build/mutate/stryker.config.mjs', '--mutate', files.join(',')], {
      env,
      showsOutput: true,
    });
  }
  return JSON.parse(readFileSync(results, 'utf8')).files;
}

/** Stryker tells tests apart by their names alone: what a test now finds that was only reworked would stay a survivor. */
function forgetSurvivors(results, files) {
  if (!existsSync(results)) return;
  const report = JSON.parse(readFileSync(results, 'utf8'));
  for (const [name, file] of Object.entries(report.files)) {
    if (files.includes(name)) file.mutants = file.mutants.filter(({ status }) => !OPEN.includes(status));
  }
  writeFileSync(results, JSON.stringify(report));
}

/** The score (found ÷ what a test runs) and every change that no test noticed. */
function describe(found, files) {
  const all = Object.entries(found).filter(([file]) => files.includes(file));
  const changes = all.flatMap(([file, { mutants, source }]) => mutants.map((mutant) => ({ ...mutant, file, source })));
  const count = (...statuses) => changes.filter(({ status }) => statuses.includes(status)).length;
  const [killed, late] = [count('Killed'), count('Timeout')];
  const [survived, unseen] = [count('Survived'), count('NoCoverage')];
  const score = ((100 * (killed + late)) / Math.max(1, killed + late + survived)).toFixed(1);
  const open = changes.filter(({ status }) => OPEN.includes(status)).map(say);
  return [
    `${score} %: ${killed} found, ${late} never ended, ${survived} not found, ${unseen} run by no test`,
    ...open,
  ].join('\n');
}

function say({ file, source, status, location: { start, end }, replacement = '' }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  const text = lines.join('\n').slice(start.column - 1);
  const mark = status === 'Survived' ? '' : ' (run by no test)';
  return `  ${file}:${start.line}${mark} ${oneLine(text)} → ${oneLine(replacement)}`;
}

function oneLine(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
