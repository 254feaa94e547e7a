/** How much a finding matters: `must` is unsafe or does not work, `should` is weaker than it could be. */
export type Severity = 'must' | 'should';

/** What one setting of CouchDB has to be. */
export interface SettingRule {
  readonly section: string;
  readonly name: string;
  readonly severity: Severity;
  /** Whether a value is right; `undefined` is CouchDB's own default. */
  readonly isRight: (value: string | undefined) => boolean;
  /** What to write instead. */
  readonly wanted: string;
  readonly why: string;
}

/** Largest body the front lets through to CouchDB. */
const LARGEST_REQUEST = 16 * 1024 * 1024;
const DOCUMENT_BYTES = 8_000_000;

const isTrue = (value: string | undefined): boolean => value === 'true';
const isUnset = (value: string | undefined): boolean => value === undefined || value === '';
const isAbove =
  (least: number, byDefault: number) =>
  (value: string | undefined): boolean =>
    value === 'infinity' || (value === undefined ? byDefault : Number(value)) >= least;

/** The settings of CouchDB 3.x that Sillon depends on, with reasons. Defaults are those of CouchDB 3.5. */
export function settingRules(databases: number, nodes: number): readonly SettingRule[] {
  const openDatabases = Math.max(500, databases + 100);
  return [
    {
      section: 'chttpd',
      name: 'authentication_handlers',
      severity: 'must',
      isRight: (value) => value?.includes('jwt_authentication_handler') === true,
      wanted: 'the present list with {chttpd_auth, jwt_authentication_handler} first; then restart',
      why: 'the front speaks to CouchDB with tokens; this setting is read at start only',
    },
    {
      section: 'chttpd',
      name: 'authentication_handlers',
      severity: 'must',
      isRight: (value) => value?.includes('proxy_authentication_handler') !== true,
      wanted: 'the present list without proxy_authentication_handler; then restart',
      why: 'its signature covers the name but not the roles: who reaches CouchDB could make themself administrator',
    },
    {
      section: 'jwt_auth',
      name: 'required_claims',
      severity: 'must',
      isRight: (value) => /(^|[^a-z])exp([^a-z]|$)/.test(value ?? ''),
      wanted: 'exp',
      why: 'a token without an end would open the books for ever',
    },
    {
      section: 'jwt_auth',
      name: 'roles_claim_path',
      severity: 'must',
      isRight: isUnset,
      wanted: 'nothing (remove it)',
      why: 'with it CouchDB does not find the roles in the front’s tokens and refuses every member',
    },
    {
      section: 'jwt_auth',
      name: 'roles_claim_name',
      severity: 'must',
      isRight: (value) => isUnset(value) || value === '_couchdb.roles',
      wanted: '_couchdb.roles',
      why: 'this is where the front’s tokens carry the roles',
    },
    {
      section: 'couchdb',
      name: 'default_security',
      severity: 'must',
      isRight: (value) => value === undefined || value === 'admin_only',
      wanted: 'admin_only',
      why: 'a new book would be open to every account for a moment',
    },
    {
      section: 'chttpd',
      name: 'admin_only_all_dbs',
      severity: 'must',
      isRight: (value) => value === undefined || value === 'true',
      wanted: 'true',
      why: 'the names of the databases tell the activities of the cooperative',
    },
    {
      section: 'chttpd',
      name: 'require_valid_user_except_for_up',
      severity: 'must',
      isRight: isTrue,
      wanted: 'true',
      why: 'nobody without an account gets any answer but “up”',
    },
    {
      section: 'chttpd',
      name: 'bind_address',
      severity: nodes > 1 ? 'should' : 'must',
      isRight: (value) => !['0.0.0.0', '::', 'any'].includes(value ?? '127.0.0.1'),
      wanted: nodes > 1 ? 'the address of the private network' : '127.0.0.1, or an address of a private network',
      why: 'devices talk to Sillon’s front only; CouchDB itself must not be reachable from outside',
    },
    {
      section: 'chttpd',
      name: 'enable_cors',
      severity: 'should',
      isRight: (value) => value !== 'true',
      wanted: 'false',
      why: 'the application and the database share one origin; no other page needs to call CouchDB',
    },
    {
      section: 'chttpd_auth_lockout',
      name: 'mode',
      severity: 'should',
      isRight: (value) => value === 'warn' || value === 'off',
      wanted: 'warn',
      why: 'the front compares passwords itself and counts failures by true address; CouchDB sees one address only, so a lock there would be everybody’s',
    },
    {
      section: 'replicator',
      name: 'verify_ssl_certificates',
      severity: 'should',
      isRight: isTrue,
      wanted: 'true',
      why: 'a replication to a second server (a backup) would accept any certificate',
    },
    {
      section: 'query_server_config',
      name: 'db_tag',
      severity: 'should',
      isRight: (value) => value === 'none',
      wanted: 'none',
      why: 'else a JavaScript engine belongs to one book, and beyond some 100 books nearly every write starts one and loads the rules; they are the same in every book',
    },
    {
      section: 'couchdb',
      name: 'max_dbs_open',
      severity: 'should',
      isRight: isAbove(openDatabases, 500),
      wanted: String(Math.ceil(openDatabases / 1_000) * 1_000),
      why: `${String(databases)} databases are here; those above the limit are closed and opened again at every exchange`,
    },
    {
      section: 'couchdb',
      name: 'max_document_size',
      severity: 'must',
      isRight: isAbove(DOCUMENT_BYTES, DOCUMENT_BYTES),
      wanted: String(DOCUMENT_BYTES),
      why: 'smaller limits refuse records that devices have accepted already',
    },
    {
      section: 'chttpd',
      name: 'max_http_request_size',
      severity: 'must',
      isRight: isAbove(LARGEST_REQUEST, 4_294_967_296),
      wanted: String(LARGEST_REQUEST),
      why: 'this is what the front lets through',
    },
    {
      section: 'cluster',
      name: 'n',
      severity: 'should',
      isRight: (value) => nodes === 1 || Number(value ?? 3) >= 3,
      wanted: '3',
      why: 'every record on three nodes: one may fail without loss and without a pause',
    },
  ];
}
