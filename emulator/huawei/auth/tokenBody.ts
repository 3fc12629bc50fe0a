import Ajv2020 from 'ajv/dist/2020';

import { UNCHECKED_SCHEMAS } from '../../core/validation';

/** Body of POST /v3/auth/tokens, password method (the form of section 3.2). */
const TOKEN_BODY = {
	type: 'object',
	required: ['auth'],
	properties: {
		auth: {
			type: 'object',
			required: ['identity'],
			properties: {
				identity: {
					type: 'object',
					required: ['methods', 'password'],
					properties: {
						methods: { type: 'array', const: ['password'] },
						password: {
							type: 'object',
							required: ['user'],
							properties: {
								user: {
									type: 'object',
									required: ['name', 'password', 'domain'],
									properties: {
										name: { type: 'string' },
										password: { type: 'string' },
										domain: {
											type: 'object',
											required: ['name'],
											properties: { name: { type: 'string' } },
										},
									},
								},
							},
						},
					},
				},
				scope: {
					type: 'object',
					maxProperties: 1,
					properties: { project: named(), domain: named() },
					additionalProperties: false,
				},
			},
		},
	},
};

function named() {
	return {
		type: 'object',
		minProperties: 1,
		properties: { name: { type: 'string' }, id: { type: 'string' } },
		additionalProperties: false,
	};
}

/** A project or account, by name or ID. */
export interface Name {
	name?: string;
	id?: string;
}

/** What asks for a token by password. */
export interface TokenBody {
	auth: {
		identity: {
			password: { user: { name: string; password: string; domain: { name: string } } };
		};
		scope?: { project?: Name; domain?: Name };
	};
}

/** Whether a body asks for a token by password; `isTokenBody.errors` says why not. */
export const isTokenBody = new Ajv2020(UNCHECKED_SCHEMAS).compile<TokenBody>(TOKEN_BODY);
