import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import { choiceOf, keyOf } from './checks';
import { assumesRole, roleText, type RoleText } from './role';

/** How a credential proves who it is: by an API key, or by a token of an OpenID Connect provider. */

type Credentials = ICredentialDataDecryptedObject;

const METHODS = ['apiKey', 'oidc'] as const;

/** The field that chooses between them. */
const SIGN_IN_WITH: INodeProperties = {
	displayName: 'Assume Role With',
	name: 'assumeRoleWith',
	type: 'options',
	options: [
		{ name: 'API Key', value: 'apiKey' },
		{
			name: 'OIDC Token',
			value: 'oidc',
			description: 'A token of an OpenID Connect provider; no API key is needed',
		},
	],
	default: 'apiKey',
};

const PROVIDER: RoleText = {
	name: 'oidcProvider',
	label: 'OIDC Provider',
	form: /^[\w+=,.@-]{1,128}$/,
	mend: 'Enter the name of the identity provider in the CAM console, for example my-provider',
};

const BY_TOKEN: INodeProperties['displayOptions'] = {
	show: { assumeRole: [true], assumeRoleWith: ['oidc'] },
};

/** The fields of a token that lets assume a role; those of the role itself are the same as with a key. */
export const WEB_IDENTITY_FIELDS: INodeProperties[] = [
	{ ...SIGN_IN_WITH, displayOptions: { show: { assumeRole: [true] } } },
	{
		displayName: PROVIDER.label,
		name: PROVIDER.name,
		type: 'string',
		default: '',
		required: true,
		displayOptions: BY_TOKEN,
		placeholder: 'e.g. my-provider',
		description: 'Name of the identity provider in the CAM console',
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
export const usesWebIdentity = (credentials: Credentials): boolean =>
	assumesRole(credentials) && choiceOf(credentials, SIGN_IN_WITH.name, METHODS) === 'oidc';

/**
 * Provider and token of a credential.
 *
 * @throws UserError naming the bad field
 */
export const webIdentityOf = (credentials: Credentials) => ({
	provider: roleText(credentials, PROVIDER),
	token: keyOf(credentials, 'oidcToken', 'OIDC Token'),
});
