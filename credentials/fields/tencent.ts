import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { TencentKeys } from '../signing/tencent';
import { keyIdOf, keyOf } from './checks';

/**
 * The API key of a credential.
 *
 * @throws UserError naming the bad field
 */
export function tencentKeys(credentials: ICredentialDataDecryptedObject): TencentKeys {
	return {
		secretId: keyIdOf(credentials, 'secretId', 'Secret ID'),
		secretKey: keyOf(credentials, 'secretKey', 'Secret Key'),
		token: keyOf(credentials, 'token', 'Token', false),
	};
}

/** What a refusal of the key means and what to do, by code. */
export const TENCENT_KEY_REFUSALS: ReadonlyArray<readonly [code: string, text: string]> = [
	[
		'AuthFailure.SecretIdNotFound',
		"Tencent Cloud does not recognize this key. Check 'Secret ID' and 'Site': the two sites have separate keys",
	],
	[
		'AuthFailure.InvalidSecretId',
		"'Secret ID' is not an API key ID. Copy it from API Keys in the CAM console",
	],
	[
		'AuthFailure.SignatureFailure',
		"The signature does not match. Check 'Secret Key': it does not belong to 'Secret ID'",
	],
	[
		'AuthFailure.SignatureExpire',
		'The clock of the n8n server is off by more than 5 minutes. Synchronize it',
	],
	['AuthFailure.TokenFailure', "'Token' is invalid or expired. Get new temporary keys from STS"],
	[
		'AuthFailure.MFAFailure',
		'The user must confirm API calls with multi-factor authentication (MFA). Use the key of a user without this requirement',
	],
];

const NO_REGION =
	"Tencent Cloud has no CKafka in this region. Check 'Region', or the ID in 'Custom Region', and 'Site'";

const NO_SERVICE =
	"What answers at this address is not CKafka. Check 'Endpoint': {service} stands for the name of the service";

const NO_ADDRESS =
	'The account does not accept API calls from the address of the n8n server. Allow it in the CAM console';

/** What a refusal of the place means that a request was for or came from, by code. */
export const TENCENT_PLACE_REFUSALS: ReadonlyArray<readonly [code: string, text: string]> = [
	['UnsupportedRegion', NO_REGION],
	['RegionError', NO_REGION],
	['NoSuchProduct', NO_SERVICE],
	['NoSuchVersion', NO_SERVICE],
	['InvalidAction', NO_SERVICE],
	['IpNotInWhitelist', NO_ADDRESS],
	['IpInBlacklist', NO_ADDRESS],
];
