/**
 * The environment for a server that a test starts: never the CouchDB of the person who runs the tests, whose names are
 * `COUCHDB_URL`, `COUCHDB_USER` and `COUCHDB_PASSWORD`.
 */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const { COUCHDB_URL: _url, COUCHDB_USER: _user, COUCHDB_PASSWORD: _password, ...environment } = process.env;
  return environment;
}
