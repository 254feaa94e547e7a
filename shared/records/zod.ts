import { z } from 'zod';

// Before any schema exists: neither the application's content security policy nor CouchDB allows zod's compiled checks.
z.config({ jitless: true });

export { z };
