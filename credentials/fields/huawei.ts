import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { choiceOf, keyIdOf, keyOf, loginOf, regionOf, textOf } from './checks';
import { assumesRole } from './role';
import type { HuaweiKeys } from '../signing/huawei';

type Credentials = ICredentialDataDecryptedObject;

/** Whether the credential signs with an access key (and not with a token). */
export const usesAccessKey = (credentials: Credentials): boolean =>
	choiceOf(credentials, 'authentication', ['accessKey', 'password']) === 'accessKey';

/** Whether the credential takes on an agency, which takes an access key. */
export const assumesAgency = (credentials: Credentials): boolean =>
	assumesRole(credentials) && usesAccessKey(credentials);

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
