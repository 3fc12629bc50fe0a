import type { Field } from '../../../shared/contract/field';
import type { ApiRequest } from '../../../shared/contract/vendor';
import { choice, secret } from '../../../shared/form/fields';
import { USER_TYPES } from '../../api/records';
import { word } from '../../fields';

export const password = (): Field =>
	secret('Password', 'Password', {
		required: true,
		description: 'Password that clients authenticate with; never sent in the URL',
	});

/** The mechanism that a user logs in by; users of the same name and another mechanism are others. */
export const saslType = (): Field =>
	word(
		choice('Type', 'SASL Type', {
			name: 'saslType',
			values: USER_TYPES,
			open: true,
		}),
	);

/**
 * Which of the SCRAM mechanisms. Without it a serverless instance takes SHA-512; reserved ones only know
 * SHA-256 (terraform-provider-alicloud #9307).
 */
export const mechanism = (): Field =>
	word(
		choice('Mechanism', 'SCRAM Mechanism', {
			values: {
				'SCRAM-SHA-256': 'SCRAM-SHA-256',
				'SCRAM-SHA-512': 'SCRAM-SHA-512 (Serverless Only)',
			},
			open: true,
			show: { saslType: ['scram'] },
			description: 'Mechanism that clients must be configured with',
		}),
	);

/** A SCRAM user whose type an expression spells in another way has the mechanism that the form shows first. */
export function withMechanism({ body = {} }: ApiRequest): void {
	if (body.Type === 'scram') body.Mechanism ??= 'SCRAM-SHA-256';
}
