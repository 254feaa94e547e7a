import { createContext } from 'react';
import type { Reader } from './error-texts.ts';

/** Who reads the screens below. */
export const ReaderContext = createContext<Reader>('member');
