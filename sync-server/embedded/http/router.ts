import type { DatabaseExchange, Exchange, HandlerResult } from './exchange.ts';

/**
 * Who may call a route: `public` everybody, `user` everybody signed in, `serverAdmin` the administrator,
 * `member` and `databaseAdmin` by the database's `_security`.
 */
export type ServerAccess = 'public' | 'user' | 'serverAdmin';
export type DatabaseAccess = 'member' | 'databaseAdmin' | 'databaseServerAdmin';

/** Patterns are made of literals, `:name` for one part, and `*name` for the rest of the path. */
export type Route =
  | { method: string; path: string; access: ServerAccess; handle: (exchange: Exchange) => HandlerResult }
  | { method: string; path: string; access: DatabaseAccess; handle: (exchange: DatabaseExchange) => HandlerResult };

export interface RouteMatch {
  route: Route;
  params: Record<string, string>;
}

interface CompiledRoute {
  route: Route;
  parts: string[];
}

/** First match wins; a path that is known under other methods only is reported with those methods. */
export class Router {
  readonly #routes: CompiledRoute[];

  constructor(routes: readonly Route[]) {
    this.#routes = routes.map((route) => ({ route, parts: splitPath(route.path) }));
  }

  find(method: string, segments: readonly string[]): RouteMatch | { allowed: string[] } {
    const wanted = method === 'HEAD' ? 'GET' : method;
    const allowed = new Set<string>();
    for (const { route, parts } of this.#routes) {
      const params = matchParts(parts, segments);
      if (params === undefined) continue;
      if (route.method === wanted || route.method === '*') return { route, params };
      allowed.add(route.method);
    }
    return { allowed: [...allowed] };
  }
}

function splitPath(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function matchParts(parts: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index];
    if (part.startsWith('*')) {
      if (segments.length <= index) return undefined;
      params[part.slice(1)] = segments.slice(index).join('/');
      return params;
    }
    if (segment === undefined) return undefined;
    if (part.startsWith(':')) params[part.slice(1)] = segment;
    else if (part !== segment) return undefined;
  }
  return parts.length === segments.length ? params : undefined;
}
