import type { Completion } from '../../shared/contract/completion';
import { taskDone } from './task';

/** An upgrade, a background task of minutes: the Terraform provider looks after 20 s, then every 30 s. */
export const upgradeDone: Completion = { ...taskDone, first: 20, every: 30 };
