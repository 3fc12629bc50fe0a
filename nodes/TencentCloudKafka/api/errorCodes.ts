import type { ErrorText } from '../../shared/request/serviceFailure';

/**
 * Error codes of CKafka, CLS and API 3.0 in plain words; a code `Family.Detail` that is not here is
 * told as its family. Sources: the pages of CreatePostPaidInstance and CheckRechargeKafkaServer, the
 * constants of the official SDKs, the common codes of API 3.0.
 */
export const ERROR_CODES: Readonly<Record<string, ErrorText>> = {
	ActionOffline: [
		'This operation is no longer available.',
		'Check the release notes of this package for a replacement.',
	],
	AuthFailure: [
		'Tencent Cloud did not accept the credential.',
		"Check the credential's 'Secret ID', 'Secret Key', and 'Token', and that its user has the CKafka policies.",
	],
	'AuthFailure.InvalidAuthorization': [
		'Tencent Cloud received the signature in an unexpected format.',
		"Check the credential's 'Secret ID', and that no proxy changes the header Authorization.",
	],
	'AuthFailure.InvalidSecretId': [
		"The credential's 'Secret ID' is not the ID of an API key.",
		"Copy 'Secret ID' again from API Keys in the CAM console.",
	],
	'AuthFailure.MFAFailure': [
		'The user must confirm API calls with multi-factor authentication (MFA).',
		"Use the 'Secret ID' and 'Secret Key' of a user without this requirement in the credential.",
	],
	'AuthFailure.SecretIdNotFound': [
		"The credential's 'Secret ID' does not exist.",
		"Check 'Secret ID' and 'Site', and that the key is not disabled or deleted: the China site and the international site have separate keys.",
	],
	'AuthFailure.SignatureExpire': [
		'The request timestamp is off by more than 5 minutes.',
		'Synchronize the clock of the n8n server.',
	],
	'AuthFailure.SignatureFailure': [
		'The signature does not match.',
		"Check the credential's 'Secret Key': it does not belong to 'Secret ID'. For temporary keys, also check 'Token'.",
	],
	'AuthFailure.TokenFailure': [
		"The credential's 'Token' is invalid or expired.",
		"Get new temporary keys from STS, and enter 'Secret ID', 'Secret Key', and 'Token' together.",
	],
	'AuthFailure.UnauthorizedOperation': [
		'The user of the credential is not allowed to perform this operation.',
		'Grant the CAM user this action, for example with the policy QcloudCKafkaFullAccess.',
	],
	DryRunOperation: ['The request was only a dry run.', 'Send it without DryRun.'],
	FailedOperation: [
		'The operation did not succeed.',
		'Check the service response. CKafka also returns this code for resources that do not exist.',
	],
	'FailedOperation.Timeout': [
		'The service timed out.',
		'Check whether the request took effect before you run this again.',
	],
	InternalError: [
		'Tencent Cloud encountered an internal fault.',
		'Try again later. If this persists, contact Tencent Cloud support and give them the request ID.',
	],
	InvalidAction: [
		'The endpoint does not support this operation.',
		"Check the credential's 'Endpoint' and 'Site'; the international site does not support all operations. Private clouds (TCE) use other names for some, such as HourCreate or CreateInstanceTce instead of CreatePostPaidInstance; these are not supported here, so use the console of that cloud.",
	],
	InvalidFilter: [
		'A filter is not valid.',
		"Correct the fields and values in 'Filters'; running this again without a change does not help.",
	],
	InvalidParameter: [
		'A parameter is not valid.',
		'Correct the parameter named in the service response, or the parameters that conflict.',
	],
	'InvalidParameter.ExportConflict': [
		'Kafka clients can already consume the log topic.',
		"Use 'Get' for the topic name that they use, or 'Update' to change how they get the logs.",
	],
	'InvalidParameter.DbDuplication': [
		'The resource already exists.',
		'Use the existing one, or choose another name.',
	],
	'InvalidParameter.TopicConflict': [
		'A topic with this name already exists.',
		'Choose another name.',
	],
	'InvalidParameter.TopicExist': [
		'A topic with this name already exists.',
		"Choose another name, or turn 'Create If Absent' on.",
	],
	InvalidParameterValue: [
		'The value of a parameter is not valid.',
		'Correct the value named in the service response.',
	],
	'InvalidParameterValue.InstanceNotExist': [
		'The instance does not exist.',
		'Check the instance ID and the region. The instance may also have been deleted, or be too new to be listed; in that case, try again in a minute.',
	],
	'InvalidParameterValue.NotAllowedEmpty': [
		'A required parameter is empty.',
		'Enter a value for the parameter named in the service response.',
	],
	'InvalidParameterValue.RepetitionValue': [
		'A name or value that must be unique is already in use.',
		'Choose another one, or use the existing one.',
	],
	'InvalidParameterValue.SubnetIdInvalid': [
		'The subnet does not exist.',
		"Check 'Subnet ID', and that the subnet is in this region and account.",
	],
	'InvalidParameterValue.SubnetNotBelongToZone': [
		'The subnet is in a different zone than the instance.',
		'Use a subnet in the zone of the instance, or select the zone of the subnet.',
	],
	'InvalidParameterValue.TopicNameAlreadyExist': [
		'A topic with this name already exists.',
		"Choose another name, or turn 'Create If Absent' on.",
	],
	'InvalidParameterValue.VpcIdInvalid': [
		'The VPC does not exist.',
		"Check 'VPC ID', and that the VPC is in this region and account.",
	],
	'InvalidParameterValue.WrongAction': [
		'The service does not support this action.',
		'Correct the value named in the service response.',
	],
	'InvalidParameterValue.ZoneNotSupport': [
		'CKafka is not available in this zone.',
		"Select another zone; 'Lookup: Get Zones' lists them.",
	],
	InvalidRequest: [
		'The request body has an invalid format.',
		'A proxy may have changed it; check any proxy between n8n and the endpoint.',
	],
	IpInBlacklist: [
		'The IP address of the n8n server is blocked.',
		'Remove it from the blocklist of the account, or send requests from another address.',
	],
	IpNotInWhitelist: [
		'The IP address of the n8n server is not allowed to call the API.',
		'Add it to the allowlist of the key in the CAM console.',
	],
	LimitExceeded: [
		'A quota of the account or the instance is exhausted.',
		'Delete what is no longer needed, or request a quota increase.',
	],
	'LimitExceeded.ResourceAttachedTags': [
		'The resource has as many tags as it can have.',
		'Remove a tag that is no longer needed; an instance can have 50.',
	],
	'LimitExceeded.RouteOverLimit': [
		'The instance has reached its route limit.',
		'Delete a route that is no longer needed.',
	],
	'LimitExceeded.RouteSASLOverLimit': [
		'The instance has reached its SASL route limit.',
		"An instance can have one SASL_PLAINTEXT route, in a VPC or public. Use the existing one, which 'Get Many' lists, or delete it.",
	],
	MissingParameter: [
		'A required parameter is missing.',
		'Add the parameter named in the service response.',
	],
	NoSuchProduct: [
		'The endpoint does not support this product.',
		"Check the credential's 'Endpoint' and 'Site'.",
	],
	NoSuchVersion: [
		'The endpoint does not support this version of the API.',
		"Check the credential's 'Endpoint' and 'Site'.",
	],
	OperationDenied: [
		'Tencent Cloud does not allow this operation here.',
		'Check the service response and the status of the instance.',
	],
	'OperationDenied.ACLFailed': [
		'CAM does not allow the user of the credential to perform this operation.',
		'Grant the CAM user this action of Cloud Log Service (CLS).',
	],
	'OperationDenied.AccountDestroy': [
		'Cloud Log Service (CLS) is being closed for this account.',
		'Use another account, or contact Tencent Cloud support.',
	],
	'OperationDenied.AccountIsolate': [
		'The account is isolated because of an overdue payment.',
		'Pay the outstanding amount in the billing center, then run this again.',
	],
	'OperationDenied.AccountNotExists': [
		'Cloud Log Service (CLS) is not activated for this account.',
		'Activate it in the CLS console first.',
	],
	'OperationDenied.ResourceTaskPaused': [
		'The tasks of this resource are paused.',
		'Resume them in the console, then run this again.',
	],
	RegionError: [
		'The region does not match.',
		"Check 'Region' in the credential, or the option 'Region Name or ID'.",
	],
	RequestLimitExceeded: ['Too many requests were sent.', 'Send fewer at once, or try again later.'],
	'RequestLimitExceeded.GlobalRegionUinLimitExceeded': [
		'The account sent too many requests across all regions.',
		'Send fewer at once, or try again later.',
	],
	'RequestLimitExceeded.IPLimitExceeded': [
		'The IP address of the n8n server sent too many requests.',
		'Send fewer at once, or try again later.',
	],
	'RequestLimitExceeded.UinLimitExceeded': [
		'The account sent too many requests.',
		'Send fewer at once, or try again later.',
	],
	RequestSizeLimitExceeded: ['The request is too large.', 'Send less data in one request.'],
	ResourceBusy: [
		'Another operation on the resource is in progress.',
		'Wait until it has finished, then run this again.',
	],
	ResourceInUse: [
		'Another operation is using the resource.',
		'Wait until that operation has finished, then run this again.',
	],
	ResourceInsufficient: [
		'Tencent Cloud does not have enough resources for this.',
		'Choose another zone or a smaller specification, or try again later.',
	],
	ResourceNotFound: [
		'The resource does not exist.',
		'Check its ID or name and the region. It may also have been deleted.',
	],
	'ResourceNotFound.RecordNotExist': ['The record does not exist.', 'Check its ID.'],
	'ResourceNotFound.TopicNotExist': [
		'The log topic does not exist.',
		'Check the ID of the log topic and the region.',
	],
	ResourceUnavailable: [
		'The resource is currently unavailable.',
		'If it is being changed, wait; if it is sold out, choose another zone or specification.',
	],
	'ResourceUnavailable.KafkaStorageError': [
		'The storage of the instance is faulty.',
		'Try again later. If this persists, contact Tencent Cloud support and give them the request ID.',
	],
	ResourcesSoldOut: [
		'The requested resource is sold out.',
		'Choose another zone, disk type, or specification.',
	],
	ResponseSizeLimitExceeded: ['The response would be too large.', 'Request less data at once.'],
	ServiceUnavailable: ['The service is temporarily unavailable.', 'Try again later.'],
	UnauthorizedOperation: [
		'The user of the credential is not allowed to perform this operation.',
		'Grant the CAM user this action, for example with the policy QcloudCKafkaFullAccess.',
	],
	UnknownParameter: [
		'The API does not support a parameter.',
		'Remove it; the international site does not support all parameters of the China site.',
	],
	UnsupportedOperation: [
		'The instance does not support this operation, or not in its current status.',
		'If it is changing, wait; check deletion protection and the billing mode; then run this again.',
	],
	'UnsupportedOperation.BatchDelInstanceLimit': [
		'Too many instances are being deleted at once.',
		'Delete fewer at once.',
	],
	'UnsupportedOperation.FrequencyTopicDeleteOperate': [
		'The topic was created less than 60 seconds ago, and cannot be deleted yet.',
		'Wait until the topic is 60 seconds old, then run this again.',
	],
	'UnsupportedOperation.OssReject': [
		'An internal system of Tencent Cloud rejected this request.',
		'Try again later. If this persists, contact Tencent Cloud support and give them the request ID.',
	],
	UnsupportedProtocol: [
		'The request uses a protocol that the API does not support.',
		"Use an https URL in the credential's 'Endpoint'.",
	],
	UnsupportedRegion: [
		'This operation is not available in this region.',
		"Select another region in the credential or in the option 'Region Name or ID'.",
	],
};
