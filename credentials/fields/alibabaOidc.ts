import { roleByToken } from './roleToken';

/** A RAM role that is assumed with a token of an OIDC provider (AssumeRoleWithOIDC). */
export const {
	fields: OIDC_FIELDS,
	uses: usesOidc,
	of: oidcOf,
} = roleByToken({
	key: { value: 'accessKey', name: 'Access Key', text: 'access key' },
	provider: {
		name: 'oidcProviderArn',
		label: 'OIDC Provider ARN',
		form: /^acs:ram::\d+:oidc-provider\/[\w.-]+$/,
		mend: 'Copy it from the OIDC provider in the RAM console, for example acs:ram::1234567890123456:oidc-provider/my-provider',
	},
	placeholder: 'e.g. acs:ram::1234567890123456:oidc-provider/my-provider',
	description: 'From the OIDC provider in the RAM console',
});
