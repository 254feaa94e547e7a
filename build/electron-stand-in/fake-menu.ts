import { shellHandlers } from './shell-link.ts';

interface MenuItem {
  readonly id?: string;
  readonly label?: string;
  readonly click?: () => void;
  readonly submenu?: readonly MenuItem[];
  enabled?: boolean;
}

interface BuiltMenu {
  readonly template: readonly MenuItem[];
  readonly getMenuItemById: (id: string) => MenuItem | null;
}

function flatten(items: readonly MenuItem[]): readonly MenuItem[] {
  return items.flatMap((item) => [item, ...flatten(item.submenu ?? [])]);
}

let current: BuiltMenu | null = null;

export const Menu = {
  buildFromTemplate: (template: readonly MenuItem[]): BuiltMenu => {
    const items = flatten(template);
    return { template, getMenuItemById: (id) => items.find((item) => item.id === id) ?? null };
  },
  setApplicationMenu: (menu: BuiltMenu): void => {
    current = menu;
  },
};

// Clicks an entry; false when it is greyed or absent.
shellHandlers['clickMenu'] = (id: string) => {
  const item = current?.getMenuItemById(id) ?? null;
  if (item === null || item.enabled === false) return false;
  item.click?.();
  return true;
};

shellHandlers['readMenuLabels'] = () => current?.template.map((item) => item.label ?? '');
