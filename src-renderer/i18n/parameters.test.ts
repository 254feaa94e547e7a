import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { french } from './fr/french.ts';

// tsc checks the values a call hands over; that it hands any over at all, and those of errors, is checked here.

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SPACES: Readonly<Record<string, Readonly<Record<string, string>>>> = french;

function listSources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/test|e2e/.test(name))
    .map((name) => join(folder, name));
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
}

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => {
    visit(child, see);
  });
}

/** The names a text wants values for, whichever form of it is taken. */
function placeholders(space: string, key: string): string[] {
  const texts = ['', '_zero', '_one', '_other'].map((form) => SPACES[space]?.[key + form] ?? '');
  return texts.flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''));
}

/** Computed keys that the cases before them keep from those texts. */
const NARROWED = ['src-renderer/features/cooperative/pieces/use-difference-words.ts'];

/** What `t`, `tPay` … of a file may be: the namespaces named where they are made. */
function findSpaces(source: ts.SourceFile): Map<string, Set<string>> {
  const spaces = new Map<string, Set<string>>();
  const add = (name: string, space: string): void => void spaces.set(name, (spaces.get(name) ?? new Set()).add(space));
  visit(source, (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isObjectBindingPattern(node.name)) {
      const call = node.initializer;
      if (!ts.isCallExpression(call) || call.expression.getText() !== 'useTranslation') return;
      const [space] = call.arguments;
      for (const { name, propertyName } of node.name.elements) {
        if ((propertyName ?? name).getText() !== 't') continue;
        add(name.getText(), space && ts.isStringLiteral(space) ? space.text : 'common');
      }
    }
    if ((ts.isParameter(node) || ts.isPropertySignature(node)) && node.type) {
      const space = /^TFunction<'(\w+)'>$/.exec(node.type.getText())?.[1];
      if (space !== undefined) add(node.name.getText(), space);
    }
  });
  return spaces;
}

/** The keys an expression may come to, as far as it is written out; `…` stands for what is computed. */
function keysOf(node: ts.Expression): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...keysOf(node.whenTrue), ...keysOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return keysOf(node.expression);
  if (!ts.isTemplateExpression(node)) return [];
  return [node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')];
}

function matchKeys(space: string, written: string): string[] {
  const parts = written.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('.+')}(_zero|_one|_other)?$`);
  return Object.keys(SPACES[space] ?? {}).filter((key) => pattern.test(key));
}

it('every call hands over what its text names', () => {
  const faults: string[] = [];
  for (const file of listSources('src-renderer').filter((name) => !NARROWED.includes(name))) {
    const source = parse(file);
    const spaces = findSpaces(source);
    visit(source, (node) => {
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.arguments.length !== 1) return;
      const [key] = node.arguments;
      if (key === undefined) return;
      for (const space of spaces.get(node.expression.text) ?? []) {
        const wanting = keysOf(key)
          .flatMap((written) => matchKeys(space, written))
          .filter((found) => placeholders(space, found).length > 0);
        if (wanting.length > 0) faults.push(`${file}: ${space}:${wanting.join(', ')}`);
      }
    });
  }
  expect(faults).toEqual([]);
});

/** Said by a server of which only the words arrive: `explain-refusal.ts` reads the values out of them. */
const READ_FROM_WORDS = ['record.invalid', 'period.closed', 'billing.dateBeforeSeries'];

it('every error carries what its text names', () => {
  const faults: string[] = [];
  for (const file of [...listSources('shared'), ...listSources('src-renderer')]) {
    visit(parse(file), (node) => {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'appError') return;
      const [code, , details] = node.arguments;
      if (code === undefined) return;
      // What is handed on as it came, or spread, is not seen here.
      const isOpen = details !== undefined && !ts.isObjectLiteralExpression(details);
      const given = details && ts.isObjectLiteralExpression(details) ? details.properties : [];
      if (isOpen || [...given].some((property) => ts.isSpreadAssignment(property))) return;
      const names = new Set([...given].map((property) => property.name?.getText() ?? ''));
      for (const key of keysOf(code)) {
        if (READ_FROM_WORDS.includes(key) && details === undefined) continue;
        const missing = placeholders('errors', key).filter((name) => !names.has(name));
        if (missing.length > 0) faults.push(`${file}: ${key} without ${missing.join(', ')}`);
      }
    });
  }
  expect(faults).toEqual([]);
});
