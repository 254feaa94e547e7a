import { printMeasures } from './print-measures.ts';
import { benchSalary } from './salary.ts';

printMeasures(benchSalary());
