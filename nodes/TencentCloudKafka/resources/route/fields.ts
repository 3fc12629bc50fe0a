import type { Field } from '../../../shared/contract/field';
import { integer } from '../../../shared/form/fields';

export const callerAppId = (): Field =>
	integer('CallerAppid', 'Caller App ID', { description: 'App ID of the calling account' });
