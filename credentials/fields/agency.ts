import type { ICredentialDataDecryptedObject, INodeProperties } from 'n8n-workflow';
import { choiceOf, keyOf } from './checks';
import { EXTERNAL_ID, roleFields, roleText, type RoleText } from './role';

/** The fields by which a credential of Huawei Cloud takes on an agency, in three ways. */

type Credentials = ICredentialDataDecryptedObject;

/** How an agency is asked for: by IAM with names, or by the Security Token Service with a URN. */
type Way = 'iam' | 'sts' | 'oidc';

const WAYS = ['iam', 'sts'] as const;

const NAME = /^[^\p{Cc}]{1,64}$/u;

const AGENCY: RoleText = {
	name: 'agencyName',
	label: 'Agency Name',
	form: NAME,
	mend: 'Enter the name of the agency as shown in the IAM console of the account that delegates',
};

const ACCOUNT: RoleText = {
	name: 'delegatingAccountName',
	label: 'Delegating Account Name',
	form: NAME,
	mend: 'Enter the name of the account in which the agency was created',
};

const URN: RoleText = {
	name: 'agencyUrn',
	label: 'Agency URN',
	form: /^iam::[^:\s]+:agency:\S+$/,
	mend: 'Enter it as iam::<account ID>:agency:<agency name>',
};

const PROVIDER: RoleText = {
	name: 'providerUrn',
	label: 'Identity Provider URN',
	form: /^iam::[^:\s]+:oidc-provider:\S+$/,
	mend: 'Enter it as iam::<account ID>:oidc-provider:<provider name>',
};

/** Which agency a credential takes on, as its fields say. */
export type Agency =
	| { way: 'iam'; name: string; account: string }
	| { way: 'sts'; urn: string }
	| { way: 'oidc'; urn: string; provider: string; token: string };

/** How a credential asks for its agency. */
export const wayOf = (credentials: Credentials): Way =>
	choiceOf(credentials, 'authentication', ['accessKey', 'password', 'oidc']) === 'oidc'
		? 'oidc'
		: (choiceOf(credentials, 'agencyMethod', WAYS) as Way);

/**
 * The agency of a credential.
 *
 * @throws UserError naming the bad field
 */
export function agencyIn(credentials: Credentials): Agency {
	const way = wayOf(credentials);
	if (way === 'iam') {
		return { way, name: roleText(credentials, AGENCY), account: roleText(credentials, ACCOUNT) };
	}
	const urn = roleText(credentials, URN);
	if (way === 'sts') return { way, urn };
	const token = keyOf(credentials, 'idToken', 'OIDC Token');
	return { way, urn, provider: roleText(credentials, PROVIDER), token };
}

const text = (
	{ name, label }: RoleText,
	description: string,
	more: Partial<INodeProperties> = {},
): INodeProperties => ({
	displayName: label,
	name,
	type: 'string',
	default: '',
	required: true,
	description,
	...more,
});

const METHOD: INodeProperties = {
	displayName: 'Agency Method',
	name: 'agencyMethod',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Agency and Account Name (IAM)',
			value: 'iam',
			description: 'Temporary access keys of IAM, which every site has',
		},
		{
			name: 'Agency URN (STS)',
			value: 'sts',
			description: 'AssumeAgency of the Security Token Service, also for trust agencies',
		},
	],
	default: 'iam',
};

const AGENCY_URN = text(URN, 'URN of the agency or trust agency', {
	placeholder: 'e.g. iam::a2cd82a33fb043dc9304bf72a0f38f00:agency:kafka-operator',
});

/** What shows a field that only one way to ask for an agency has. */
const BY: Readonly<Record<string, Way>> = {
	agencyName: 'iam',
	delegatingAccountName: 'iam',
	agencyUrn: 'sts',
	externalId: 'sts',
};

const withKey = roleFields(
	[
		METHOD,
		text(AGENCY, 'From Agencies in the IAM console of the account that delegates', {
			placeholder: 'e.g. kafka-operator',
		}),
		text(ACCOUNT, 'Name of the account (domain) in which the agency was created'),
		AGENCY_URN,
	],
	[EXTERNAL_ID],
	{ authentication: ['accessKey'] },
).map((field): INodeProperties => {
	if (!Object.hasOwn(BY, field.name)) return field;
	const show = { ...field.displayOptions?.show, agencyMethod: [BY[field.name]] };
	return { ...field, displayOptions: { show } };
});

const withToken = [
	AGENCY_URN,
	text(PROVIDER, 'URN of the OIDC identity provider that the agency trusts', {
		placeholder: 'e.g. iam::a2cd82a33fb043dc9304bf72a0f38f00:oidc-provider:github',
	}),
	{
		displayName: 'OIDC Token',
		name: 'idToken',
		type: 'string',
		typeOptions: { password: true },
		default: '',
		required: true,
		description:
			'ID token of the identity provider. It expires soon, so use an expression that returns a current one.',
	} satisfies INodeProperties,
	...withKey.filter(({ name }) => ['roleSessionName', 'roleDuration'].includes(name)),
].map((field) => ({ ...field, displayOptions: { show: { authentication: ['oidc'] } } }));

/** The fields of an agency, for an access key and for an OIDC token. */
export const AGENCY_FIELDS: INodeProperties[] = [...withKey, ...withToken];
