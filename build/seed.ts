/** The seed of this run's random cases; `SILLON_SEED` repeats a run. A test that uses it prints it. */
export const SEED = Number(process.env['SILLON_SEED'] ?? Date.now() % 1_000_000_000);
