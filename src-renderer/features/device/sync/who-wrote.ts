import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';

/** Who wrote a version and when; `sayer`: the person on whose word alone it stands, when it names somebody else. */
export interface Authorship {
  readonly written: Pick<AnyRecord, 'updatedBy' | 'updatedAt'>;
  readonly sayer: string | undefined;
}

type Copy = RecordOf<'conflictCopy'>;

/** Who wrote the version that a copy keeps: the server knows the person who kept it, and nobody else. */
export function whoKept(copy: Copy, kept: AnyRecord): Authorship {
  return onWordOf(copy, kept);
}

/** Who wrote what stands in place: a merge that nobody touched since carries the mark of the version that lost. */
export function whoStands(
  copy: Copy,
  kept: AnyRecord | undefined,
  current: AnyRecord | undefined,
): Authorship | undefined {
  if (current === undefined) return undefined;
  const { inPlace } = copy.body;
  const isMark = current.updatedAt === kept?.updatedAt && current.updatedBy.user === kept.updatedBy.user;
  if (inPlace === undefined || !isMark) return { written: current, sayer: undefined };
  return onWordOf(copy, { updatedBy: inPlace, updatedAt: inPlace.at });
}

function onWordOf({ createdBy }: Copy, written: Authorship['written']): Authorship {
  return { written, sayer: written.updatedBy.user === createdBy.user ? undefined : createdBy.user };
}
