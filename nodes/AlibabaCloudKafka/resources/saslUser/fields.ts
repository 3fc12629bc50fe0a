import type { Field } from '../../../shared/contract/field';
import { choice } from '../../../shared/form/fields';

/** The mechanism that a user logs in by; users of the same name and another mechanism are others. */
export const saslType = (): Field =>
	choice('Type', 'SASL Type', {
		name: 'saslType',
		values: { plain: 'PLAIN', scram: 'SCRAM-SHA-256' },
	});
