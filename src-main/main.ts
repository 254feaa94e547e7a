import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron';
import { setupShell } from './shell.ts';

setupShell({
  electron: {
    app,
    BrowserWindow,
    dialog,
    ipcMain,
    Menu,
    nativeTheme,
    net,
    protocol,
    safeStorage,
    screen,
    session,
    shell,
  },
  environment: process.env,
  platform: process.platform,
  mainDirectory: import.meta.dirname,
});
