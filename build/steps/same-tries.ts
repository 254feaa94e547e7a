import fc from 'fast-check';

fc.configureGlobal({ seed: 10, numRuns: 50 });
