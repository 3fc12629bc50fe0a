import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { checkEncrypted } from './encryption';

/**
 * Checks of credential fields before anything is sent. The messages name the field as the user sees it
 * and say what to do; they never repeat a value, which may be a secret pasted into the wrong field.
 */

const refuse = (field: string, problem: string, mend: string) =>
	new UserError(`'${field}' ${problem}. ${mend}`);

/** Words of names that are no words of a sentence. */
const CAPITALS: ReadonlySet<string> = new Set(['arn', 'id', 'iam', 'oidc', 'sts']);

/** IAM calls an account a domain. */
const ACCOUNT = { name: 'domainName', label: 'Account Name' };

/** "iamEndpoint" -> "IAM Endpoint": all other fields are called as their names say. */
const labelOf = (name: string): string => (name === ACCOUNT.name ? ACCOUNT.label : inWords(name));

const inWords = (name: string): string =>
	name
		.replace(/([A-Z])/g, ' $1')
		.split(' ')
		.map((word) =>
			CAPITALS.has(word.toLowerCase())
				? word.toUpperCase()
				: word.charAt(0).toUpperCase() + word.slice(1),
		)
		.join(' ');

/**
 * A field as text; fields which were never filled in are empty.
 *
 * @throws UserError for what only an expression gives and is no text: undefined, null, a list, an object
 */
export function textOf(credentials: ICredentialDataDecryptedObject, name: string): string {
	const value: unknown = credentials[name];
	if (value === undefined && !Object.hasOwn(credentials, name)) return '';
	if (value !== undefined && typeof value !== 'object') return String(value as string);
	throw refuse(
		labelOf(name),
		'has an expression that returns no text',
		'Check the expression in the credential',
	);
}

/**
 * A choice among some values; the first one where the field was never filled in.
 *
 * @throws UserError for any other value, which only an expression gives
 */
export function choiceOf(
	credentials: ICredentialDataDecryptedObject,
	name: string,
	values: readonly string[],
): string {
	const value = Object.hasOwn(credentials, name) ? textOf(credentials, name) : values[0];
	if (values.includes(value)) return value;
	throw refuse(
		labelOf(name),
		'has an expression that returns none of its values',
		`Use one of: ${values.join(', ')}`,
	);
}

/**
 * A key ID, key or token: required, and printable ASCII without blanks, as all vendors issue them.
 *
 * @throws UserError naming the field
 */
export function keyOf(
	credentials: ICredentialDataDecryptedObject,
	name: string,
	field: string,
	required = true,
): string {
	const value = textOf(credentials, name);
	if (value === '') {
		if (!required) return '';
		throw refuse(field, 'is empty', "Enter it in the credential, as shown in the vendor's console");
	}
	if (/\s/.test(value)) {
		throw refuse(
			field,
			'contains a space or a line break',
			'Copy it again without any surrounding text',
		);
	}
	if (!/^[!-~]+$/.test(value)) {
		throw refuse(
			field,
			'contains a character that keys cannot contain',
			'Copy it again from the console',
		);
	}
	return value;
}

/**
 * The public half of a key pair. It becomes part of the Authorization header, so separators are refused.
 *
 * @throws UserError naming the field
 */
export function keyIdOf(
	credentials: ICredentialDataDecryptedObject,
	name: string,
	field: string,
): string {
	const value = keyOf(credentials, name, field);
	if (!/^[\w.+=-]+$/.test(value)) {
		throw refuse(
			field,
			'contains a character that key IDs cannot contain',
			'Copy it again from the console',
		);
	}
	return value;
}

/**
 * A login name or password: required, on one line.
 *
 * @throws UserError naming the field
 */
export function loginOf(
	credentials: ICredentialDataDecryptedObject,
	name: string,
	field: string,
): string {
	const value = textOf(credentials, name);
	if (value === '') throw refuse(field, 'is empty', 'Enter it in the credential');
	if (/\p{Cc}/u.test(value)) {
		throw refuse(
			field,
			'contains a line break or a control character',
			'Enter it again on one line',
		);
	}
	return value;
}

/** Lower-case letters and digits in parts joined by hyphens, so it can only be one label of a host. */
const REGION = /^[a-z\d]+(-[a-z\d]+)*$/;
const MAX_LABEL_LENGTH = 63;

/** Whether a text can be a region ID. */
export const isRegion = (text: string): boolean =>
	text.length <= MAX_LABEL_LENGTH && REGION.test(text);

/**
 * Checks a region before it becomes part of a host name or a header.
 *
 * @throws UserError naming the field
 */
export function checkedRegion(region: string, field = 'Region'): string {
	if (region === '') throw refuse(field, 'is empty', 'Select a region, for example cn-north-4');
	if (!isRegion(region)) {
		throw refuse(
			field,
			'is not a region ID',
			'Use lowercase letters, digits, and hyphens, for example cn-north-4',
		);
	}
	return region;
}

/** Value of the Region field when the region is in the Custom Region field. */
const CUSTOM_REGION = 'custom';

/**
 * The region of a credential, from the list or the Custom Region field.
 *
 * @throws UserError naming the field
 */
export function regionOf(credentials: ICredentialDataDecryptedObject): string {
	const region = textOf(credentials, 'region');
	return region === CUSTOM_REGION
		? checkedRegion(textOf(credentials, 'customRegion'), 'Custom Region')
		: checkedRegion(region);
}

/**
 * An endpoint as `scheme://host[:port]`, after its placeholders are filled in.
 *
 * @param credentials Say whether it may be one without encryption
 * @param template Text of the field, e.g. `https://kafka.{region}.example.com`
 * @param field Display name, for the message
 * @param values Placeholder values by name, checked before
 * @throws UserError naming the field
 */
export function endpointOf(
	credentials: ICredentialDataDecryptedObject,
	template: string,
	field: string,
	values: Record<string, string>,
): string {
	const text = template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
		Object.hasOwn(values, name) ? values[name] : placeholder,
	);
	const example = 'Enter only the scheme, host, and port, for example https://kafka.example.com';
	if (/\s/.test(text)) throw refuse(field, 'contains a space or a line break', example);
	if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
		throw refuse(field, 'is not a URL that starts with https:// or http://', example);
	}
	const url = new URL(text);
	if (url.username !== '' || url.password !== '') {
		throw refuse(field, 'contains a user name or password', example);
	}
	if (text.includes('?') || text.includes('#')) {
		throw refuse(field, 'contains a query string or fragment', example);
	}
	if (url.pathname !== '/') throw refuse(field, 'contains a path', example);
	if (/[{}]|%7[bd]/i.test(url.host)) {
		throw refuse(
			field,
			'contains an unknown placeholder',
			`Available placeholders: ${Object.keys(values)
				.map((name) => `{${name}}`)
				.join(' and ')}`,
		);
	}
	checkEncrypted(credentials, url.origin, `'${field}'`);
	return url.origin;
}
