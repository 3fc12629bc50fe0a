/** What a code means, and what to do about it. */
export type ErrorText = readonly [meaning: string, mend: string];

/**
 * Error codes of CKafka, CLS and API 3.0 in plain words; a code `Family.Detail` that is not here is
 * told as its family. Sources: the pages of CreatePostPaidInstance and CheckRechargeKafkaServer, the
 * constants of the official SDKs, the common codes of API 3.0.
 */
export const ERROR_CODES: Readonly<Record<string, ErrorText>> = {
	ActionOffline: [
		'This operation has been taken out of service.',
		'Look in the release notes of this package for what replaces it.',
	],
	AuthFailure: [
		'Tencent Cloud does not accept the credential.',
		"Check the credential's 'Secret ID', 'Secret Key' and 'Token', and that its user has the CKafka policies.",
	],
	'AuthFailure.InvalidAuthorization': [
		'The signature did not arrive in the form that Tencent Cloud expects.',
		"Check the credential's 'Secret ID', and that no proxy changes the header Authorization.",
	],
	'AuthFailure.InvalidSecretId': [
		"The credential's 'Secret ID' is not the ID of an API key.",
		"Copy 'Secret ID' again from API Keys in the CAM console.",
	],
	'AuthFailure.MFAFailure': [
		'The user has to confirm API calls with a second factor.',
		"Use a key of a user without that rule in the credential's 'Secret ID' and 'Secret Key'.",
	],
	'AuthFailure.SecretIdNotFound': [
		"The credential's 'Secret ID' is not known.",
		"Check 'Secret ID', that the key is not disabled or deleted, and 'Site': the China and the international site have separate keys.",
	],
	'AuthFailure.SignatureExpire': [
		'The request came with a time that is more than 5 minutes off.',
		'Set the clock of the machine that runs n8n.',
	],
	'AuthFailure.SignatureFailure': [
		'The signature is wrong.',
		"Check the credential's 'Secret Key': it does not belong to 'Secret ID'. With temporary keys check 'Token' too.",
	],
	'AuthFailure.TokenFailure': [
		"The credential's 'Token' is wrong or has expired.",
		"Get new temporary keys from STS and enter 'Secret ID', 'Secret Key' and 'Token' together.",
	],
	'AuthFailure.UnauthorizedOperation': [
		'The user of the credential may not perform this operation.',
		'Grant the CAM user the action, for example with QcloudCKafkaFullAccess.',
	],
	DryRunOperation: ['The request was only a rehearsal.', 'Send it without DryRun.'],
	FailedOperation: [
		'The operation failed.',
		'See what the service says. CKafka also answers so for something that does not exist.',
	],
	InternalError: [
		'Tencent Cloud met an error of its own.',
		'Try again later; give the request ID to support if it goes on.',
	],
	InvalidAction: [
		'The endpoint does not know this operation.',
		"Check the credential's 'Endpoint' and 'Site'; the international site lacks some operations.",
	],
	InvalidParameter: [
		'A parameter is not valid.',
		'Correct the parameter that the service names, or what does not go together.',
	],
	'InvalidParameter.TopicExist': [
		'A topic of this name exists already.',
		"Choose another name, or switch 'Create If Absent' on.",
	],
	InvalidParameterValue: [
		'The value of a parameter is not accepted.',
		'Correct the value that the service names.',
	],
	'InvalidParameterValue.InstanceNotExist': [
		'There is no such instance.',
		'Check the instance ID and the region; it may also have been deleted, or be too new to be seen. Then try again in a minute.',
	],
	'InvalidParameterValue.NotAllowedEmpty': [
		'A parameter that is needed is empty.',
		'Give it a value; the service names it.',
	],
	'InvalidParameterValue.RepetitionValue': [
		'A name or value that has to be unique is taken.',
		'Choose another one, or use the existing one.',
	],
	'InvalidParameterValue.SubnetIdInvalid': [
		'The subnet does not exist.',
		"Check 'Subnet ID', and that it is in this region and account.",
	],
	'InvalidParameterValue.SubnetNotBelongToZone': [
		'The subnet is in another zone than the instance.',
		'Choose a subnet of the zone, or the zone of the subnet.',
	],
	'InvalidParameterValue.TopicNameAlreadyExist': [
		'A topic of this name exists already.',
		"Choose another name, or switch 'Create If Absent' on.",
	],
	'InvalidParameterValue.VpcIdInvalid': [
		'The VPC does not exist.',
		"Check 'VPC ID', and that it is in this region and account.",
	],
	'InvalidParameterValue.WrongAction': [
		'The service does not take this action.',
		'Correct the value that the service names.',
	],
	'InvalidParameterValue.ZoneNotSupport': [
		'CKafka cannot be had in this zone.',
		"Choose another zone; 'Lookup: Get Zones' lists them.",
	],
	InvalidRequest: [
		'The body of the request has a wrong form.',
		'A proxy may have changed it; check the way to the endpoint.',
	],
	IpInBlacklist: [
		'The address of this machine is blocked.',
		'Take it off the block list of the account, or send from another address.',
	],
	IpNotInWhitelist: [
		'The address of this machine is not among those that may call.',
		'Add it to the allow list of the key in the CAM console.',
	],
	LimitExceeded: [
		'A quota of the account or the instance is used up.',
		'Delete what is no longer needed, or have the quota raised.',
	],
	'LimitExceeded.RouteOverLimit': [
		'The instance has as many routes as it may have.',
		'Delete a route that is no longer needed.',
	],
	'LimitExceeded.RouteSASLOverLimit': [
		'The instance has as many SASL routes as it may have.',
		'Delete a SASL route that is no longer needed.',
	],
	MissingParameter: [
		'A parameter that is needed is missing.',
		'Add the parameter that the service names.',
	],
	NoSuchProduct: [
		'The endpoint does not know this product.',
		"Check the credential's 'Endpoint' and 'Site'.",
	],
	NoSuchVersion: [
		'The endpoint does not know this version of the API.',
		"Check the credential's 'Endpoint' and 'Site'.",
	],
	OperationDenied: [
		'Tencent Cloud does not allow this operation here.',
		'See what the service says, and the state of the instance.',
	],
	'OperationDenied.ResourceTaskPaused': [
		'Tasks of this resource are paused.',
		'Resume them in the console, then run this again.',
	],
	RegionError: [
		'The region does not fit.',
		"Check the credential's 'Region', or the option 'Region Name or ID'.",
	],
	RequestLimitExceeded: [
		'Too many requests in too short a time.',
		'Send fewer at a time, or try again later.',
	],
	'RequestLimitExceeded.GlobalRegionUinLimitExceeded': [
		'The account sent too many requests over all regions.',
		'Send fewer at a time, or try again later.',
	],
	'RequestLimitExceeded.IPLimitExceeded': [
		'Too many requests came from the address of this machine.',
		'Send fewer at a time, or try again later.',
	],
	'RequestLimitExceeded.UinLimitExceeded': [
		'The account sent too many requests.',
		'Send fewer at a time, or try again later.',
	],
	RequestSizeLimitExceeded: ['The request is too large.', 'Send less in one request.'],
	ResourceBusy: [
		'Other work on the resource is under way.',
		'Wait until it is done, then run this again.',
	],
	ResourceInUse: [
		'The resource is in use by other work.',
		'Wait until that is done, then run this again.',
	],
	ResourceInsufficient: [
		'Tencent Cloud has not enough resources left for this.',
		'Choose another zone or a smaller specification, or try again later.',
	],
	ResourceNotFound: [
		'There is no such resource.',
		'Check its ID or name, and the region; it may also have been deleted.',
	],
	ResourceUnavailable: [
		'The resource cannot be used at the moment.',
		'Wait if it is being changed; if it is sold out, choose another zone or specification.',
	],
	'ResourceUnavailable.KafkaStorageError': [
		'The storage of the instance has a fault.',
		'Try again later; give the request ID to support if it goes on.',
	],
	ResourcesSoldOut: [
		'What is asked for is sold out.',
		'Choose another zone, disk type or specification.',
	],
	ResponseSizeLimitExceeded: ['The answer would be too large.', 'Ask for less at a time.'],
	ServiceUnavailable: ['The service is not available at the moment.', 'Try again later.'],
	UnauthorizedOperation: [
		'The user of the credential may not perform this operation.',
		'Grant the CAM user the action, for example with QcloudCKafkaFullAccess.',
	],
	UnknownParameter: [
		'The API does not know a parameter.',
		'Remove it; the international site lacks some that the China site has.',
	],
	UnsupportedOperation: [
		'The instance does not take this operation, or not in its present state.',
		'Wait while it is changing, and see that deletion protection and billing mode fit; then run this again.',
	],
	'UnsupportedOperation.BatchDelInstanceLimit': [
		'More instances are to be deleted than may be at a time.',
		'Delete fewer at a time.',
	],
	'UnsupportedOperation.FrequencyTopicDeleteOperate': [
		'Topics are being deleted too fast.',
		'Leave some time between two deletions.',
	],
	'UnsupportedOperation.OssReject': [
		'An internal system of Tencent Cloud refused this.',
		'Try again later; give the request ID to support if it goes on.',
	],
	UnsupportedProtocol: [
		'The request came over a protocol that the API does not take.',
		"Use an https endpoint in the credential's 'Endpoint'.",
	],
	UnsupportedRegion: [
		'This operation is not offered in the region.',
		"Choose another region in the credential or in the option 'Region Name or ID'.",
	],
};
