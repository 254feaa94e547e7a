// npm run build: screens and shell into dist/.
import { buildApplication } from './steps/build-application.mjs';
import { install } from './steps/install.mjs';
import { step } from './steps/report.mjs';

const isDone = (await step('packages', install)) && (await step('build of the application', buildApplication));
process.exitCode = isDone ? 0 : 1;
