import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../shared/contract/badInput';
import type { Field } from '../../../shared/contract/field';
import { record } from '../../../shared/form/fields';
import { optionalFlag } from './fields';

/** Access modes with their names. */
export const ACCESS_MODES = {
	private_plain_enable: 'Private Plaintext',
	private_sasl_plaintext_enable: 'Private SASL_PLAINTEXT',
	private_sasl_ssl_enable: 'Private SASL_SSL',
	public_plain_enable: 'Public Plaintext',
	public_sasl_plaintext_enable: 'Public SASL_PLAINTEXT',
	public_sasl_ssl_enable: 'Public SASL_SSL',
} as const;

/** Networks and security protocols by which clients reach the brokers. */
export const accessModes = (): Field =>
	record('port_protocol', 'Access Modes', {
		entry: 'Access Modes',
		description: "Can be changed later with 'Set Access Mode'",
		fields: [
			optionalFlag(
				'private_plain_enable',
				'Private Plaintext',
				'to enable PLAINTEXT access in the VPC on port 9092',
			),
			optionalFlag(
				'private_sasl_ssl_enable',
				'Private SASL_SSL',
				'to enable SASL_SSL access in the VPC',
			),
			optionalFlag(
				'private_sasl_plaintext_enable',
				'Private SASL_PLAINTEXT',
				'to enable SASL_PLAINTEXT access in the VPC on port 9093',
			),
			optionalFlag(
				'public_plain_enable',
				'Public Plaintext',
				'to enable PLAINTEXT access from the internet on port 9094',
			),
			optionalFlag(
				'public_sasl_ssl_enable',
				'Public SASL_SSL',
				'to enable SASL_SSL access from the internet on port 9095',
			),
			optionalFlag(
				'public_sasl_plaintext_enable',
				'Public SASL_PLAINTEXT',
				'to enable SASL_PLAINTEXT access from the internet on port 9095',
			),
		],
	});

/**
 * Refuses both SASL modes at once on one network, 5.1.1.
 *
 * @throws {BadInput}
 */
export function checkAccessModes(modes: IDataObject): void {
	for (const network of ['private', 'public']) {
		if (
			modes[`${network}_sasl_ssl_enable`] === true &&
			modes[`${network}_sasl_plaintext_enable`] === true
		) {
			throw new BadInput(
				'Access Modes',
				`has both SASL modes turned on for ${network} access`,
				'Turn only one of them on.',
			);
		}
	}
}
