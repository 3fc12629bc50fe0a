import { UserError, type ICredentialDataDecryptedObject, type INodeProperties } from 'n8n-workflow';
import { textOf } from './checks';

/** The fields of a credential that takes on a role, by the names that n8n's own credentials have for them. */

type Credentials = ICredentialDataDecryptedObject;

const LABELS = {
	assumeRole: 'Assume a Role',
	externalId: 'External ID',
	roleSessionName: 'Role Session Name',
	roleDuration: 'Session Duration (Minutes)',
};

/** Shortest and longest life of temporary keys, minutes: of all vendors, though a role may allow less. */
const DURATION = { shortest: 15, longest: 720, usual: 60 };

/** The field that n8n needs to ask for keys before a request. Keys of a role stay in memory: nothing of them is in it. */
export const SESSION_TOKEN: INodeProperties = {
	displayName: 'Session Token',
	name: 'sessionToken',
	type: 'hidden',
	typeOptions: { expirable: true, password: true },
	default: '',
};

/**
 * The fields of a role.
 *
 * @param named Those that say which role
 * @param last What only some vendors have
 * @param only Values of other fields with which a role can be assumed
 */
export const roleFields = (
	named: readonly INodeProperties[],
	last: readonly INodeProperties[],
	only: Record<string, string[]> = {},
): INodeProperties[] => [
	{
		displayName: LABELS.assumeRole,
		name: 'assumeRole',
		type: 'boolean',
		default: false,
		...(Object.keys(only).length > 0 && { displayOptions: { show: only } }),
		description:
			'Whether to get temporary keys of a role with this key, and to sign all requests with them. They are renewed five minutes before they expire, and are never stored.',
	},
	...[
		...named,
		{
			displayName: LABELS.roleSessionName,
			name: 'roleSessionName',
			type: 'string',
			default: 'n8n',
			description: 'Name by which audit logs show what this credential does',
		} satisfies INodeProperties,
		{
			displayName: LABELS.roleDuration,
			name: 'roleDuration',
			type: 'number',
			typeOptions: { minValue: DURATION.shortest, maxValue: DURATION.longest },
			default: DURATION.usual,
			description:
				'How long temporary keys are valid. Must not be longer than the maximum session duration of the role.',
		} satisfies INodeProperties,
		...last,
	].map((field) => ({ ...field, displayOptions: { show: { ...only, assumeRole: [true] } } })),
];

/** The field of what the trust policy of a role may ask for. */
export const EXTERNAL_ID: INodeProperties = {
	displayName: LABELS.externalId,
	name: 'externalId',
	type: 'string',
	default: '',
	description: 'Only if the trust policy of the role requires it',
};

/** The field of an address from which temporary keys come. */
export const STS_ENDPOINT: INodeProperties = {
	displayName: 'STS Endpoint',
	name: 'stsEndpoint',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://sts.{region}.example.com',
	description:
		"Only if the Security Token Service (STS) is not where 'Endpoint' suggests. {region} is replaced with the region.",
};

/** Whether a credential takes on a role; an expression may give it as text. */
export const assumesRole = ({ assumeRole }: Credentials): boolean =>
	assumeRole === true || assumeRole === 'true';

const refuse = (field: string, problem: string, mend: string) =>
	new UserError(`'${field}' ${problem}. ${mend}`);

/** How a text of a role has to look. */
export interface RoleText {
	name: string;
	label: string;
	form: RegExp;
	/** Said where it does not look so. */
	mend: string;
}

/**
 * A text of the credential that has a certain form.
 *
 * @throws UserError naming the field
 */
export function roleText(credentials: Credentials, { name, label, form, mend }: RoleText): string {
	const value = textOf(credentials, name).trim();
	if (value === '') throw refuse(label, 'is empty', mend);
	if (!form.test(value)) throw refuse(label, 'is not valid', mend);
	return value;
}

const SESSION_NAME: RoleText = {
	name: 'roleSessionName',
	label: LABELS.roleSessionName,
	form: /^[\w.@-]{2,64}$/,
	mend: 'Enter 2 to 64 letters, digits, or any of the characters . _ @ -',
};

const EXTERNAL: RoleText = {
	name: 'externalId',
	label: LABELS.externalId,
	form: /^[\w+=,.@:/-]{2,1224}$/,
	mend: 'Copy it from the trust policy of the role',
};

/** What every vendor wants to know of a role session. */
export interface RoleSettings {
	sessionName: string;
	/** Seconds. */
	duration: number;
	externalId?: string;
}

/** Minutes from 15 to 720. */
function durationOf({ roleDuration }: Credentials): number {
	const minutes = Number(roleDuration ?? DURATION.usual);
	const given = roleDuration !== null && roleDuration !== '' && typeof roleDuration !== 'object';
	if (given && minutes >= DURATION.shortest && minutes <= DURATION.longest) {
		return Math.round(minutes * 60);
	}
	throw refuse(
		LABELS.roleDuration,
		'is not valid',
		`Enter a number from ${DURATION.shortest} to ${DURATION.longest}`,
	);
}

/**
 * Session name, duration and external ID of a credential's role.
 *
 * @throws UserError naming the bad field
 */
export function roleSettings(credentials: Credentials): RoleSettings {
	const hasExternal = textOf(credentials, EXTERNAL.name) !== '';
	return {
		// Never filled in where the credential was saved before it had the field.
		sessionName: Object.hasOwn(credentials, SESSION_NAME.name)
			? roleText(credentials, SESSION_NAME)
			: 'n8n',
		duration: durationOf(credentials),
		...(hasExternal && { externalId: roleText(credentials, EXTERNAL) }),
	};
}
