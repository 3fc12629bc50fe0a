import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { choiceOf, keyIdOf, keyOf, loginOf, regionOf, textOf } from './checks';
import { assumesRole } from './role';
import type { HuaweiKeys } from '../signing/huawei';

type Credentials = ICredentialDataDecryptedObject;

const authenticationOf = (credentials: Credentials): string =>
	choiceOf(credentials, 'authentication', ['accessKey', 'password', 'oidc']);

/** Whether the credential signs with an access key, its own or an agency's (and not with a token). */
export const usesAccessKey = (credentials: Credentials): boolean =>
	authenticationOf(credentials) !== 'password';

/** Whether the credential takes on an agency, which takes an access key or the token of an identity provider. */
export const assumesAgency = (credentials: Credentials): boolean => {
	const authentication = authenticationOf(credentials);
	return authentication === 'oidc' || (authentication === 'accessKey' && assumesRole(credentials));
};

/**
 * The credential's own access key; nothing where only an agency's signs.
 *
 * @throws UserError naming the bad field
 */
export const ownKeys = (credentials: Credentials): HuaweiKeys | undefined =>
	authenticationOf(credentials) === 'oidc' ? undefined : huaweiKeys(credentials);

/**
 * The access key of a credential.
 *
 * @throws UserError naming the bad field
 */
export function huaweiKeys(credentials: Credentials): HuaweiKeys {
	return {
		accessKeyId: keyIdOf(credentials, 'accessKeyId', 'Access Key ID'),
		secretAccessKey: keyOf(credentials, 'secretAccessKey', 'Secret Access Key'),
		securityToken: keyOf(credentials, 'securityToken', 'Security Token', false),
	};
}

/**
 * The project ID in the credential, or an empty text. It belongs to the credential's own region only.
 *
 * @throws UserError naming the field
 */
export function ownProjectId(credentials: Credentials, region: string): string {
	const projectId = textOf(credentials, 'projectId');
	if (projectId === '' || region !== regionOf(credentials)) return '';
	const publicCloud = textOf(credentials, 'endpoint') === '';
	if (!(publicCloud ? /^[\da-f]{32}$/i : /^[\w-]{1,64}$/).test(projectId)) {
		throw new UserError(
			"'Project ID' is not a project ID. Copy the 32 hexadecimal digits from My Credentials in the console, or leave it empty",
		);
	}
	return projectId;
}

/** Name, password and account of an IAM user. */
export interface HuaweiLogin {
	user: string;
	password: string;
	account: string;
}

/**
 * The login of a credential.
 *
 * @throws UserError naming the bad field
 */
export function huaweiLogin(credentials: Credentials): HuaweiLogin {
	return {
		user: loginOf(credentials, 'userName', 'User Name'),
		password: loginOf(credentials, 'password', 'Password'),
		account: loginOf(credentials, 'domainName', 'Account Name'),
	};
}
