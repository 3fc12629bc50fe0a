import type { AlibabaHandler } from '../context';
import { GetInstanceList } from './GetInstanceList';

/** Handlers by action. An operation of the facts that is not here answers 501. */
export const HANDLERS: Readonly<Record<string, AlibabaHandler>> = { GetInstanceList };
