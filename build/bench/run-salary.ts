import { benchConvert } from './convert.ts';
import { measureEngineSize } from './engine-size.ts';
import { benchOracle } from './oracle-ratio.ts';
import { benchPaySheet } from './pay-sheet.ts';
import { printMeasures } from './print-measures.ts';
import { benchSalary, forward, inverse } from './salary.ts';

printMeasures([...benchSalary(), benchPaySheet(), ...benchOracle({ forward, inverse })]);
printMeasures([...(await measureEngineSize()), ...(await benchConvert())]);
