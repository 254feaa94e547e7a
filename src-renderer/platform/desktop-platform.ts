import type { DesktopApi } from '../../shared/desktop/desktop-api.ts';
import { menuCommands, type MenuCommand } from '../../shared/desktop/menu-command.ts';
import type { Platform } from './platform.ts';

interface Hearing {
  readonly commands: readonly MenuCommand[];
}

/** The desktop application: everything goes through the shell's typed contract. */
export function createDesktopPlatform(api: DesktopApi, appVersion: string): Platform {
  const hearings = new Set<Hearing>();

  function announceCommands(): void {
    const heard = menuCommands.filter((command) => [...hearings].some(({ commands }) => commands.includes(command)));
    void api.setMenuCommands({ commands: heard });
  }

  return {
    kind: 'desktop',
    appVersion,
    serverChoice: {
      read: () => api.getServerAddress(),
      change: (address) => api.setServerAddress({ address }),
    },
    readSessionStorage: async () => {
      const info = await api.getShellInfo();
      return info.ok ? info.value.sessionStorage : 'memory';
    },
    openFile: (request) => api.openFile(request),
    saveFile: (request) => api.saveFile(request),
    print: () => api.printPage(),
    onMenuCommand: (listener, commands = menuCommands) => {
      const hearing = { commands };
      const stop = api.onMenuCommand((command) => {
        if (commands.includes(command)) listener(command);
      });
      hearings.add(hearing);
      announceCommands();
      return () => {
        stop();
        hearings.delete(hearing);
        announceCommands();
      };
    },
  };
}
