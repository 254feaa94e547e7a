import { STREAMED, type Exchange } from '../http/exchange.ts';
import { JsonStream } from '../http/json-stream.ts';
import { waitForNews } from '../http/long-poll.ts';
import { readCount } from '../http/query-params.ts';
import type { Route } from '../http/router.ts';
import { lastEventSeq, listDatabaseEvents } from '../store/database-events.ts';
import { formatSequence, parseSince } from '../store/sequence.ts';
import { readFeedOptions } from '../http/feed-options.ts';

export const dbUpdatesRoutes: Route[] = [
  { method: 'GET', path: '/_db_updates', access: 'serverAdmin', handle: dbUpdates },
];

async function dbUpdates(exchange: Exchange): Promise<typeof STREAMED> {
  const { app, query } = exchange;
  const feedOptions = readFeedOptions(query);
  const limit = Math.max(readCount(query, 'limit') ?? 1e9, 1);
  let since = parseSince(query.get('since'), app.serverUuid, lastEventSeq(app.sql));
  const stream = new JsonStream(exchange);
  await stream.write('{"results":[\n');
  const send = async (): Promise<boolean> => {
    const events = listDatabaseEvents(app.sql, since, limit);
    const rows = events
      .filter((event) => event.name !== '_global_changes')
      .map(({ name, type, seq }) => JSON.stringify({ db_name: name, type, seq: formatSequence(seq, app.serverUuid) }));
    since = events.at(-1)?.seq ?? since;
    await stream.write(rows.join(',\n'));
    return rows.length > 0;
  };
  const hasRows = await send();
  if (feedOptions.isLongpoll && !hasRows) {
    await waitForNews(exchange, stream, feedOptions, (wake) => app.notifier.onAny(wake), send);
  }
  stream.end(`\n],\n"last_seq":${JSON.stringify(formatSequence(since, app.serverUuid))}}\n`);
  return STREAMED;
}
