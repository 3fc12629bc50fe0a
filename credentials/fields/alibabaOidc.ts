import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import { choiceOf, keyOf } from './checks';
import { assumesRole, roleText, type RoleText } from './role';

/** How a credential proves who it is: by an access key, or by a token of an OpenID Connect provider. */

type Credentials = ICredentialDataDecryptedObject;

const METHODS = ['accessKey', 'oidc'] as const;

/** The field that chooses between them. */
const SIGN_IN_WITH: INodeProperties = {
	displayName: 'Assume Role With',
	name: 'assumeRoleWith',
	type: 'options',
	options: [
		{ name: 'Access Key', value: 'accessKey' },
		{
			name: 'OIDC Token',
			value: 'oidc',
			description: 'A token of an OpenID Connect provider; no access key is needed',
		},
	],
	default: 'accessKey',
};

const PROVIDER: RoleText = {
	name: 'oidcProviderArn',
	label: 'OIDC Provider ARN',
	form: /^acs:ram::\d+:oidc-provider\/[\w.-]+$/,
	mend: 'Copy it from the OIDC provider in the RAM console, for example acs:ram::1234567890123456:oidc-provider/my-provider',
};

const BY_TOKEN: INodeProperties['displayOptions'] = {
	show: { assumeRole: [true], assumeRoleWith: ['oidc'] },
};

/** The fields of a token that lets assume a role; those of the role itself are the same as with a key. */
export const OIDC_FIELDS: INodeProperties[] = [
	{ ...SIGN_IN_WITH, displayOptions: { show: { assumeRole: [true] } } },
	{
		displayName: PROVIDER.label,
		name: PROVIDER.name,
		type: 'string',
		default: '',
		required: true,
		displayOptions: BY_TOKEN,
		placeholder: 'e.g. acs:ram::1234567890123456:oidc-provider/my-provider',
		description: 'From the OIDC provider in the RAM console',
	},
	{
		displayName: 'OIDC Token',
		name: 'oidcToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		displayOptions: BY_TOKEN,
		description:
			'ID token of the provider. Tokens expire within hours: use an expression that gives a valid one, for example from an external secret.',
	},
];

/**
 * Whether a credential assumes its role with a token instead of a key.
 *
 * @throws UserError for an expression that gives neither
 */
export const usesOidc = (credentials: Credentials): boolean =>
	assumesRole(credentials) && choiceOf(credentials, SIGN_IN_WITH.name, METHODS) === 'oidc';

/**
 * Provider and token of a credential.
 *
 * @throws UserError naming the bad field
 */
export const oidcOf = (credentials: Credentials) => ({
	provider: roleText(credentials, PROVIDER),
	token: keyOf(credentials, 'oidcToken', 'OIDC Token'),
});
