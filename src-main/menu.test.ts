import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuCommands } from '../shared/desktop/menu-command.ts';
import { buildMenuTemplate, setupMenu, type MenuDeps } from './menu.ts';
import { chooseShellTexts } from './shell-texts.ts';

function flatten(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])]);
}

function makeDeps(calls: string[], isMac = false): Omit<MenuDeps, 'menu'> {
  return {
    isMac,
    texts: chooseShellTexts('fr-FR'),
    sendCommand: (command) => void calls.push(command),
    print: () => void calls.push('print'),
    openLogs: () => void calls.push('logs'),
  };
}

describe('buildMenuTemplate', () => {
  it('has every command of the contract once, greyed until the screens answer it', () => {
    const calls: string[] = [];
    const items = flatten(buildMenuTemplate(makeDeps(calls))).filter((item) => item.id !== undefined);
    expect(items.map((item) => item.id).sort()).toEqual([...menuCommands].sort());
    expect(items.every((item) => item.enabled === false)).toBe(true);
    for (const item of items) item.click?.(null as never, undefined, null as never);
    expect(calls.sort()).toEqual([...menuCommands].sort());
  });

  it('gives no key twice and every entry a text', () => {
    const items = flatten(buildMenuTemplate(makeDeps([])));
    const keys = items.map((item) => item.accelerator).filter((key) => key !== undefined);
    expect(new Set(keys).size).toBe(keys.length);
    for (const item of items) expect(item.type === 'separator' || (item.label ?? '').length > 0).toBe(true);
  });

  it('has the application menu on macOS and quits from the first menu elsewhere', () => {
    expect(buildMenuTemplate(makeDeps([], true))[0]?.role).toBe('appMenu');
    const items = flatten(buildMenuTemplate(makeDeps([])));
    expect(items.some((item) => item.role === 'quit')).toBe(true);
    expect(items.some((item) => item.role === 'appMenu')).toBe(false);
  });
});

describe('setupMenu', () => {
  it('enables what the screens answer, and greys it again', () => {
    const items = new Map<string, { enabled: boolean }>();
    const built = { getMenuItemById: (id: string) => items.get(id) ?? null };
    const set: unknown[] = [];
    const { setCommands } = setupMenu({
      ...makeDeps([]),
      menu: {
        buildFromTemplate: (template) => {
          for (const { id } of flatten(template as MenuItemConstructorOptions[])) {
            if (id !== undefined) items.set(id, { enabled: false });
          }
          return built as never;
        },
        setApplicationMenu: (menu) => void set.push(menu),
      },
    });
    expect(set).toEqual([built]);
    const enabled = (): string[] => [...items].filter(([, item]) => item.enabled).map(([id]) => id);
    setCommands(['new-entry', 'show-sync']);
    expect(enabled()).toEqual(['new-entry', 'show-sync']);
    setCommands([]);
    expect(enabled()).toEqual([]);
  });
});

describe('chooseShellTexts', () => {
  it.each([
    ['fr', 'Fichier'],
    ['fr-CA', 'Fichier'],
    ['mg', 'Fichier'],
    ['', 'Fichier'],
    ['en-GB', 'File'],
    ['de', 'File'],
    ['fry', 'File'],
  ])('%s → %s', (locale, text) => {
    expect(chooseShellTexts(locale).file).toBe(text);
  });
});
