import type { Menu, MenuItemConstructorOptions } from 'electron';
import { menuCommands, type MenuCommand } from '../shared/desktop/menu-command.ts';
import type { ShellTexts } from './shell-texts.ts';

export interface MenuDeps {
  readonly menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
  readonly isMac: boolean;
  readonly texts: ShellTexts;
  readonly sendCommand: (command: MenuCommand) => void;
  readonly print: () => void;
  readonly openLogs: () => void;
}

export interface AppMenu {
  /** Greys every command but these: the menu never offers what the screens do not answer. */
  readonly setCommands: (commands: readonly MenuCommand[]) => void;
}

const accelerators: Readonly<Partial<Record<MenuCommand, string>>> = {
  'new-entry': 'CmdOrCtrl+N',
  'new-invoice': 'CmdOrCtrl+Shift+N',
  'import-bank-statement': 'CmdOrCtrl+O',
  'save-backup': 'CmdOrCtrl+Shift+S',
  find: 'CmdOrCtrl+F',
  'show-settings': 'CmdOrCtrl+,',
};

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The menu as data. */
export function buildMenuTemplate(deps: Omit<MenuDeps, 'menu'>): MenuItemConstructorOptions[] {
  const { texts, isMac } = deps;
  const command = (id: MenuCommand): MenuItemConstructorOptions => {
    const accelerator = accelerators[id];
    const item = {
      id,
      label: texts.commands[id],
      enabled: false,
      click: () => {
        deps.sendCommand(id);
      },
    };
    return accelerator === undefined ? item : { ...item, accelerator };
  };
  const screens = menuCommands.filter((id) => id.startsWith('show-')).map(command);
  const print = { label: texts.print, accelerator: 'CmdOrCtrl+P', click: deps.print };
  const quit: MenuItemConstructorOptions = { role: 'quit', label: texts.quit };
  const file = [
    ...[command('new-entry'), command('new-invoice'), separator],
    ...[command('import-bank-statement'), command('save-backup'), separator, print],
  ];
  const edit: MenuItemConstructorOptions[] = [
    { role: 'undo', label: texts.undo },
    { role: 'redo', label: texts.redo },
    separator,
    { role: 'cut', label: texts.cut },
    { role: 'copy', label: texts.copy },
    { role: 'paste', label: texts.paste },
    { role: 'selectAll', label: texts.selectAll },
    ...[separator, command('find')],
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: 'reload', label: texts.reload },
    separator,
    { role: 'resetZoom', label: texts.actualSize },
    { role: 'zoomIn', label: texts.zoomIn },
    { role: 'zoomOut', label: texts.zoomOut },
    { role: 'togglefullscreen', label: texts.fullScreen },
  ];
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: texts.file, submenu: isMac ? file : [...file, separator, quit] },
    { label: texts.edit, submenu: edit },
    { label: texts.goTo, submenu: screens },
    { label: texts.view, submenu: view },
    { role: 'help', label: texts.help, submenu: [{ label: texts.openLogs, click: deps.openLogs }] },
  ];
}

/** Sets the application's menu. */
export function setupMenu({ menu, ...deps }: MenuDeps): AppMenu {
  const built = menu.buildFromTemplate(buildMenuTemplate(deps));
  menu.setApplicationMenu(built);
  return {
    setCommands: (commands) => {
      for (const id of menuCommands) {
        const item = built.getMenuItemById(id);
        if (item !== null) item.enabled = commands.includes(id);
      }
    },
  };
}
