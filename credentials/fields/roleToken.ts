import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';

import { choiceOf, keyOf } from './checks';
import { assumesRole, roleText, type RoleText } from './role';

/** How a credential proves who it is when it assumes a role: by its key, or by a token of an OpenID Connect provider. */

type Credentials = ICredentialDataDecryptedObject;

interface ByToken {
	/** What the cloud calls its keys: value, entry of the drop-down, and in a sentence. */
	key: { value: string; name: string; text: string };
	provider: RoleText;
	placeholder: string;
	/** Where the provider is found. */
	description: string;
}

/** The fields of a token that lets assume a role; those of the role itself are the same as with a key. */
export function roleByToken({ key, provider, placeholder, description }: ByToken) {
	const methods = [key.value, 'oidc'] as const;
	const method: INodeProperties = {
		displayName: 'Assume Role With',
		name: 'assumeRoleWith',
		type: 'options',
		options: [
			{ name: key.name, value: key.value },
			{
				name: 'OIDC Token',
				value: 'oidc',
				description: `A token of an OpenID Connect provider; no ${key.text} is needed`,
			},
		],
		default: key.value,
		displayOptions: { show: { assumeRole: [true] } },
	};
	const byToken: Pick<INodeProperties, 'type' | 'default' | 'required' | 'displayOptions'> = {
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { assumeRole: [true], assumeRoleWith: ['oidc'] } },
	};
	const fields: INodeProperties[] = [
		method,
		{ displayName: provider.label, name: provider.name, ...byToken, placeholder, description },
		{
			displayName: 'OIDC Token',
			name: 'oidcToken',
			...byToken,
			typeOptions: { password: true },
			description:
				'ID token of the provider. Tokens expire within hours: use an expression that gives a valid one, for example from an external secret.',
		},
	];
	return {
		fields,
		/**
		 * Whether a credential assumes its role with a token instead of a key.
		 *
		 * @throws UserError for an expression that gives neither
		 */
		uses: (credentials: Credentials): boolean =>
			assumesRole(credentials) && choiceOf(credentials, method.name, methods) === 'oidc',
		/**
		 * Provider and token of a credential.
		 *
		 * @throws UserError naming the bad field
		 */
		of: (credentials: Credentials) => ({
			provider: roleText(credentials, provider),
			token: keyOf(credentials, 'oidcToken', 'OIDC Token'),
		}),
	};
}
