import { contextBridge, ipcRenderer } from 'electron';
import { setupDesktopBridge } from './desktop-bridge.ts';

setupDesktopBridge({ contextBridge, ipcRenderer });
