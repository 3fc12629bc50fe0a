import type { INodeProperties } from 'n8n-workflow';

import { BadInput } from '../contract/badInput';
import type { FormEntry } from './nothing';

/** The collection that n8n itself adds to every node that sends requests; its fields have n8n's names. */

const inner = (displayName: string, name: string, type: INodeProperties['type']) =>
	({ displayName, name, type, default: '' }) satisfies INodeProperties;

/** For the rule on expressions that give nothing: a proxy that is nothing would be none. */
export const REQUEST_OPTIONS: FormEntry = {
	property: {
		displayName: 'Request Options',
		name: 'requestOptions',
		type: 'collection',
		default: {},
		options: [
			inner('Ignore SSL Issues (Insecure)', 'allowUnauthorizedCerts', 'boolean'),
			inner('Proxy', 'proxy', 'string'),
			inner('Timeout', 'timeout', 'number'),
		],
	},
};

/**
 * Checks what of these n8n takes as it comes: it skips the check of certificates for any text, "false"
 * among them.
 *
 * @throws {BadInput}
 */
export function checkRequestOptions(parameterOf: (name: string) => unknown): void {
	const given = (parameterOf('requestOptions') ?? {}) as Record<string, unknown>;
	const { allowUnauthorizedCerts: ignored, timeout } = given;
	if (ignored !== undefined && !['true', 'false'].includes(String(ignored))) {
		const label = 'Ignore SSL Issues (Insecure)';
		throw new BadInput(label, 'is neither true nor false', 'Use true or false.');
	}
	if (timeout !== undefined && !(typeof timeout !== 'object' && Number(timeout) > 0)) {
		throw new BadInput(
			'Timeout',
			'is not a number of milliseconds',
			'Enter a number, such as 60000.',
		);
	}
}
