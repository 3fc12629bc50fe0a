import { roleByToken } from './roleToken';

/** A CAM role that is assumed with a token of an OIDC provider (AssumeRoleWithWebIdentity). */
export const {
	fields: WEB_IDENTITY_FIELDS,
	uses: usesWebIdentity,
	of: webIdentityOf,
} = roleByToken({
	key: { value: 'apiKey', name: 'API Key', text: 'API key' },
	provider: {
		name: 'oidcProvider',
		label: 'OIDC Provider',
		form: /^[\w+=,.@-]{1,128}$/,
		mend: 'Enter the name of the identity provider in the CAM console, for example my-provider',
	},
	placeholder: 'e.g. my-provider',
	description: 'Name of the identity provider in the CAM console',
});
