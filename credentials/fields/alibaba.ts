import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { AlibabaKeys } from '../signing/alibaba';
import { choiceOf, keyIdOf, keyOf } from './checks';

type Credentials = ICredentialDataDecryptedObject;

/**
 * The access key of a credential.
 *
 * @throws UserError naming the bad field
 */
export function alibabaKeys(credentials: Credentials): AlibabaKeys {
	return {
		accessKeyId: keyIdOf(credentials, 'accessKeyId', 'Access Key ID'),
		accessKeySecret: keyOf(credentials, 'accessKeySecret', 'Access Key Secret'),
		securityToken: keyOf(credentials, 'securityToken', 'Security Token', false),
	};
}

/** Whether the credential signs with the earlier version. */
export const signsV1 = (credentials: Credentials): boolean =>
	choiceOf(credentials, 'signatureVersion', ['ACS3-HMAC-SHA256', '1.0']) === '1.0';

/** What a refusal of the key means and what to do, by codes of the gateway. */
export const ALIBABA_KEY_REFUSALS: ReadonlyArray<
	readonly [codes: readonly string[], text: string]
> = [
	[
		[
			'InvalidAccessKeyId.NotFound',
			'InvalidAccessKeyId',
			'RAM.USER.NOT.FOUND.BY.ACCESSKEY',
			'RAM_USER_NOT_FOUND_BY_ACCESSKEY',
		],
		"Alibaba Cloud does not recognize this key. Check 'Access Key ID', and enter 'Security Token' if the keys are temporary",
	],
	[
		['InvalidAccessKeyId.Inactive'],
		"This key is disabled. Enable it in the RAM console, or use a different 'Access Key ID'",
	],
	[
		[
			'SignatureDoesNotMatch',
			'IncompleteSignature',
			'AUTH_SIGNATURE_CHECK_ERROR',
			'AUTH_CAL_SIGNATURE_ERROR',
		],
		"The signature does not match. Check 'Access Key Secret': it does not belong to 'Access Key ID'",
	],
	[
		['InvalidTimeStamp.Expired', 'InvalidTimeStamp.Format'],
		'The clock of the n8n server is off by more than 15 minutes. Synchronize it, for example with NTP, then try again',
	],
	[
		[
			'InvalidSecurityToken.Expired',
			'InvalidSecurityToken.Malformed',
			'InvalidSecurityToken.MismatchWithAccessKey',
			'MissingSecurityToken',
		],
		"'Security Token' is missing, invalid, or expired. Get new temporary keys from STS",
	],
];
