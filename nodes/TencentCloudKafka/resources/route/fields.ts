import type { Field } from '../../../shared/contract/field';
import { integer, text } from '../../../shared/form/fields';
import type { Common } from '../../../shared/form/fields/base';

export const callerAppId = (): Field =>
	integer('CallerAppid', 'Caller App ID', { description: 'App ID of the calling account' });

/** An address that may use a public route, and a remark about it. */
export const addressParts = (options: Pick<Common, 'required'> = {}): Field[] => [
	text('CidrBlock', 'Address or Range', { ...options, placeholder: 'e.g. 203.0.113.0/24' }),
	text('PolicyDescription', 'Description'),
];
