import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { createHash, createHmac, type BinaryToTextEncoding } from 'node:crypto';

import { choice, describe, property } from './describe';

/** Crypto from version 2, for texts: a hash, or an HMAC with the secret of its credential. */
const crypto: INodeType = {
	description: describe(
		'crypto',
		2,
		[
			choice('action', ['hash', 'hmac']),
			choice('type', ['SHA256', 'SHA512', 'MD5']),
			property('value', 'string', ''),
			property('dataPropertyName', 'string', 'data'),
			choice('encoding', ['hex', 'base64']),
		],
		{
			credentials: [
				{ name: 'crypto', required: true, displayOptions: { show: { action: ['hmac'] } } },
			],
		},
	),
	async execute(this: IExecuteFunctions) {
		const items = await Promise.all(
			this.getInputData().map(async ({ json }, item) => {
				const [action, type, value, name, encoding] = [
					'action',
					'type',
					'value',
					'dataPropertyName',
					'encoding',
				].map((parameter) => this.getNodeParameter(parameter, item) as string);
				const secretOf = async () =>
					(await this.getCredentials<{ hmacSecret: string }>('crypto', item)).hmacSecret;
				const digest = action === 'hmac' ? createHmac(type, await secretOf()) : createHash(type);
				const made = digest.update(value).digest(encoding as BinaryToTextEncoding);
				return { json: { ...json, [name]: made }, pairedItem: { item } };
			}),
		);
		return [items];
	},
};

export const cryptoNode = { 'n8n-nodes-base.crypto': crypto };
