import type { MenuCommand } from '../shared/desktop/menu-command.ts';

/** The words of the shell itself: menu and dialogs. The screens have their own. */
export interface ShellTexts {
  readonly file: string;
  readonly edit: string;
  readonly goTo: string;
  readonly view: string;
  readonly help: string;
  readonly commands: Readonly<Record<MenuCommand, string>>;
  readonly print: string;
  readonly quit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly reload: string;
  readonly actualSize: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fullScreen: string;
  readonly openLogs: string;
  readonly acceptedFiles: string;
  readonly allFiles: string;
  readonly leaveQuestion: string;
  readonly leave: string;
  readonly stay: string;
}

const french: ShellTexts = {
  file: 'Fichier',
  edit: 'Édition',
  goTo: 'Aller à',
  view: 'Affichage',
  help: 'Aide',
  commands: {
    'new-entry': 'Nouvelle écriture',
    'new-invoice': 'Nouvelle facture',
    'import-bank-statement': 'Importer un relevé bancaire…',
    'save-backup': 'Enregistrer une sauvegarde…',
    find: 'Rechercher',
    'show-dashboard': 'Tableau de bord',
    'show-ledger': 'Journal',
    'show-customers': 'Clients',
    'show-invoices': 'Factures',
    'show-expenses': 'Dépenses',
    'show-timesheet': 'Relevé d’heures',
    'show-pay': 'Combien puis-je me verser ?',
    'show-sync': 'Synchronisation',
    'show-settings': 'Réglages',
  },
  print: 'Imprimer…',
  quit: 'Quitter Sillon',
  undo: 'Annuler',
  redo: 'Rétablir',
  cut: 'Couper',
  copy: 'Copier',
  paste: 'Coller',
  selectAll: 'Tout sélectionner',
  reload: 'Recharger',
  actualSize: 'Taille réelle',
  zoomIn: 'Agrandir',
  zoomOut: 'Réduire',
  fullScreen: 'Plein écran',
  openLogs: 'Ouvrir le dossier des journaux techniques',
  acceptedFiles: 'Fichiers acceptés',
  allFiles: 'Tous les fichiers',
  leaveQuestion: 'Une saisie n’est pas encore enregistrée. Quitter quand même ?',
  leave: 'Quitter',
  stay: 'Rester',
};

const english: ShellTexts = {
  file: 'File',
  edit: 'Edit',
  goTo: 'Go to',
  view: 'View',
  help: 'Help',
  commands: {
    'new-entry': 'New entry',
    'new-invoice': 'New invoice',
    'import-bank-statement': 'Import a bank statement…',
    'save-backup': 'Save a backup…',
    find: 'Find',
    'show-dashboard': 'Dashboard',
    'show-ledger': 'Ledger',
    'show-customers': 'Customers',
    'show-invoices': 'Invoices',
    'show-expenses': 'Expenses',
    'show-timesheet': 'Timesheet',
    'show-pay': 'What can I pay myself?',
    'show-sync': 'Synchronisation',
    'show-settings': 'Settings',
  },
  print: 'Print…',
  quit: 'Quit Sillon',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  reload: 'Reload',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  openLogs: 'Open the folder of technical logs',
  acceptedFiles: 'Accepted files',
  allFiles: 'All files',
  leaveQuestion: 'Something you typed is not saved yet. Leave anyway?',
  leave: 'Leave',
  stay: 'Stay',
};

// The cooperative's members work in French, those of Madagascar included.
const frenchSpeaking = /^(fr|mg)\b/i;

/** French for French and Malagasy desktops and when the language is unknown, else English. */
export function chooseShellTexts(locale: string): ShellTexts {
  return locale === '' || frenchSpeaking.test(locale) ? french : english;
}
