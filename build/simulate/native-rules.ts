import type { PublishedRules } from '../../shared/cooperative/published-rules.ts';
import type { DatabaseName } from '../../shared/records/registry.ts';
import { validate } from '../../sync-server/rules/validation-entry.ts';
import type { SandboxClient } from '../../sync-server/embedded/validate/sandbox-client.ts';
import type { SandboxVerdict, ValidationBatch } from '../../sync-server/embedded/validate/sandbox-protocol.ts';

type Judge = (newDoc: object, oldDoc: object | null, user: Parameters<typeof validate>[3]) => void;

const judges = new Map<string, Judge>();

/**
 * The rules of every design document as functions of this process: what stands in the documents is the same source, bundled
 * for a sandbox that would cost more than all the rest.
 */
export const nativeRules = {
  validate: (key: string, designText: string, { calls, userText }: ValidationBatch): Promise<SandboxVerdict[]> => {
    const judge = judges.get(key) ?? readJudge(designText);
    judges.set(key, judge);
    const user = JSON.parse(userText) as Parameters<typeof validate>[3];
    return Promise.resolve(
      calls.map(({ newText, oldText }) =>
        giveVerdict(() => {
          judge(JSON.parse(newText) as object, JSON.parse(oldText ?? 'null') as object | null, user);
        }),
      ),
    );
  },
} as unknown as SandboxClient; // the one call of it that validation makes

function readJudge(designText: string): Judge {
  const { validate_doc_update: source, lib } = JSON.parse(designText) as {
    validate_doc_update: string;
    lib?: { published: string };
  };
  const kind = /\.validate\('(\w+)'/.exec(source)?.[1] as DatabaseName | undefined;
  if (kind === undefined) {
    return (_newDoc, _oldDoc, { roles }) => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- as the rules of a database throw
      if (!roles.includes('_admin')) throw { forbidden: 'record.forbidden: only the server writes here' };
    };
  }
  const text = lib?.published.replace(/^exports\.rules = |;$/g, '') ?? '{"versions":[]}';
  const published = JSON.parse(text) as PublishedRules;
  return (newDoc, oldDoc, user) => {
    validate(kind, newDoc as Record<string, unknown>, oldDoc as Record<string, unknown> | null, user, published);
  };
}

function giveVerdict(judge: () => void): SandboxVerdict {
  try {
    judge();
    return { kind: 'ok' };
  } catch (thrown) {
    if (thrown instanceof Error) return { kind: 'failed' };
    return { kind: 'thrown', thrownText: JSON.stringify(thrown) };
  }
}
