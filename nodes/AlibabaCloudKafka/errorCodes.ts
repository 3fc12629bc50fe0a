/** What a code means, and what to do about it. */
export type ErrorText = readonly [meaning: string, mend: string];

const LATER = 'Try again later; if it stays, ask the support of Alibaba Cloud with the request ID.';
const KEYS =
	"Check the credential's 'Access Key ID' and 'Access Key Secret', and with temporary keys 'Security Token'.";
const TOKEN = 'Get new temporary keys from STS, and enter all three of them in the credential.';
const CLOCK = 'Set the clock of the machine that runs n8n.';
const GRANT =
	'Grant the RAM user what the operation needs, for example with the policy AliyunKafkaFullAccess.';
const WHICH_INSTANCE =
	"Check the instance ID, and that 'Region' is the one of the instance; the ID must be of this account.";
const SETTLE = 'Look at its status with the operation Get, and try again when that has changed.';
const CORRECT = 'Correct the parameter that the service names.';
const CONSOLE = 'Look at the orders and instances in the console before you run this again.';
const STOCK = 'Choose another zone or a smaller specification, or try again another day.';

/**
 * Error codes in plain words. Source: the vendor's help pages of the Kafka API for its own codes, and
 * its tables common to RPC products for those of the gateway.
 */
export const ERROR_CODES: Readonly<Record<string, ErrorText>> = {
	// Keys, signature, permission
	SignatureDoesNotMatch: [
		'The signature is wrong.',
		"Check the credential's 'Access Key Secret': it does not belong to the 'Access Key ID'. A proxy that changes requests does the same.",
	],
	IncompleteSignature: ['The signature is not complete.', KEYS],
	InvalidSignatureMethod: [
		'The gateway does not know this kind of signature.',
		"Choose the other 'Signature Version' in the credential.",
	],
	SignatureNonceUsed: [
		'The same signed request came to the service twice.',
		'A proxy may send requests again. Whether the first one worked is not known: look at the present state first.',
	],
	'InvalidTimeStamp.Format': ['The time of the request has a form that is not accepted.', CLOCK],
	'InvalidTimeStamp.Expired': ['The time of the request is more than 15 minutes off.', CLOCK],
	'InvalidAccessKeyId.NotFound': [
		'The access key is not known.',
		"Check the credential's 'Access Key ID', and enter 'Security Token' for temporary keys.",
	],
	InvalidAccessKeyId: [
		'The access key is not known.',
		"Check the credential's 'Access Key ID', and enter 'Security Token' for temporary keys.",
	],
	'InvalidAccessKeyId.Inactive': [
		'The access key is disabled.',
		"Enable it in the RAM console, or enter another 'Access Key ID' in the credential.",
	],
	'RAM.USER.NOT.FOUND.BY.ACCESSKEY': [
		'No user has this access key.',
		"Check the credential's 'Access Key ID'.",
	],
	RAM_USER_NOT_FOUND_BY_ACCESSKEY: [
		'No user has this access key.',
		"Check the credential's 'Access Key ID'.",
	],
	MissingSecurityToken: ['The security token of the temporary keys is missing.', TOKEN],
	'InvalidSecurityToken.Expired': ['The temporary keys have expired.', TOKEN],
	'InvalidSecurityToken.Malformed': ['The security token is not one.', TOKEN],
	'InvalidSecurityToken.MismatchWithAccessKey': [
		'The security token belongs to another access key.',
		TOKEN,
	],
	AUTH_SIGNATURE_CHECK_ERROR: ['The service could not tell who sends the request.', KEYS],
	AUTH_CAL_SIGNATURE_ERROR: ['The service could not compute the signature.', KEYS],
	AUTH_USER_CHECK_ERROR: ['The service could not check the user just now.', LATER],
	AUTH_PERMISSION_CHECK_ERROR: ['The permission for this could not be confirmed.', GRANT],
	AUTH_REQUEST_NOT_ALLOWED: ['This request is not allowed to the user.', GRANT],
	AUTH_RESOURCE_EMPOWER_CHECK_ERROR: [
		'The grant of this resource to the account could not be confirmed.',
		'Ask its owner to grant it again.',
	],
	AUTH_RESOURCE_OWNER_ERROR: [
		'The instance does not belong to this account.',
		`${WHICH_INSTANCE} A new instance can say this for a moment.`,
	],
	AUTH_SERVICE_CHECK_ERROR: [
		'ApsaraMQ for Kafka is not activated for the account.',
		'Activate it in the console.',
	],
	AUTH_USER_IN_BLACK_LIST: [
		'The account is blocked from this service.',
		'Ask the support of Alibaba Cloud.',
	],
	NoPermission: ['The RAM user may not do this.', GRANT],
	'Forbidden.RAM': ['The RAM user may not do this.', GRANT],
	BIZ_INSTANCE_OWNER_ERROR: ['The instance does not belong to this account.', WHICH_INSTANCE],
	BIZ_INSTANCE_PERMISSION_CHECK_ERROR: ['The RAM user may not do this to the instance.', GRANT],

	// Rate, faults of the service
	Throttling: ['Too many requests were sent.', 'Send fewer at a time, or try again later.'],
	'Throttling.User': [
		'The account sends too many requests.',
		'Send fewer at a time, or try again later.',
	],
	'Throttling.Api': [
		'Too many requests for this operation were sent.',
		'Send fewer at a time, or try again later.',
	],
	FlowControl: ['Too many requests were sent.', 'Send fewer at a time, or try again later.'],
	ONS_SYSTEM_FLOW_CONTROL: [
		'Too many requests were sent.',
		'Send fewer at a time, or try again later.',
	],
	ONS_SYSTEM_ERROR: ['The service met a fault of its own.', LATER],
	RemoteCallError: ['A call inside of the service did not work.', LATER],
	'DB.Update.Failed': ['The service could not store the change.', LATER],
	InternalError: ['The service met a fault of its own.', LATER],
	'INTERNAL.ERROR': ['The service met a fault of its own.', LATER],
	'ONS.INTERNAL.ERROR': ['The service met a fault of its own.', LATER],
	InternalUnknownCodeError: ['The service met a fault that it has no code for.', LATER],
	ONS_INTERNAL_ERROR: ['The service met a fault of its own.', LATER],
	ONS_INVOKE_ERROR: ['A call inside of the service did not work.', LATER],
	ServiceUnavailable: ['The service is not available just now.', LATER],
	'AsyncTask.RetryLater': ['The task cannot run just now.', LATER],
	'AsyncTask.TypeAlreadyExist': [
		'A task of this kind is under way already.',
		'Wait until it is done.',
	],
	'AsyncTaskSlave.NotCompleted': ['The task is not completed.', LATER],
	'ScheduledTask.AlreadyHasSameTaskType': [
		'A task of this kind is waiting already.',
		'Wait until it is done.',
	],
	'ScheduledTask.ExecuteTimeGapTooShort': [
		'The task is too close to one that is planned already.',
		'Try again some minutes later.',
	],

	// Requests
	'InvalidApi.NotFound': [
		'The endpoint does not know this operation.',
		"Check the credential's 'Endpoint': it has to be one of ApsaraMQ for Kafka.",
	],
	'InvalidProduct.NotFound': [
		'The endpoint is not one of ApsaraMQ for Kafka.',
		"Check the credential's 'Region' and 'Endpoint'.",
	],
	UnsupportedHTTPMethod: ['The endpoint does not take POST.', "Check the credential's 'Endpoint'."],
	MissingParameter: ['A parameter that is needed is missing.', CORRECT],
	InvalidParameter: ['A parameter is not accepted.', CORRECT],
	'InvalidParameter.Format': ['A parameter has a form that is not accepted.', CORRECT],
	'InvalidParameter.Range': ['A value is out of range.', CORRECT],
	'InvalidParameter.Size': ['A value is too long or too short.', CORRECT],
	'InvalidParameter.NotSupport': [
		'A parameter is not for this kind of instance.',
		'Remove it, or use an edition that has it.',
	],
	'InvalidParameter.VersionNotSupport': [
		'The version of the instance does not have this parameter.',
		'Remove it, or upgrade the instance.',
	],
	'InvalidParameter.DataAlreadyExist': ['This exists already.', 'Choose another name.'],
	'InvalidParameter.DataNotFound': ['What a parameter names does not exist.', CORRECT],
	'InvalidParameter.DataNotChange': [
		'Nothing would change.',
		'It is already as you want it; give another value to change it.',
	],
	'InvalidParameter.OtherParam': ['A parameter does not go together with another one.', CORRECT],
	BIZ_FIELD_CHECK_INVALID: ['A parameter is not accepted.', CORRECT],
	BIZ_PARAM_EMPTY: ['A parameter is empty.', CORRECT],
	DataExceedMaxLimit: [
		'A maximum number is exceeded.',
		'Remove what is not used any more, or raise the quota.',
	],
	NotSupport: [
		'This is not supported here.',
		'Check what edition and version of the instance allow.',
	],
	'NotSupport.DataStatus': ['The present status does not allow this.', SETTLE],

	// Instances
	'Instance.NotFound': ['There is no such instance.', WHICH_INSTANCE],
	'InstanceAgent.NotFound': ['There is no such instance.', WHICH_INSTANCE],
	BIZ_INSTANCE_NOT_FOUND: ['There is no such instance.', WHICH_INSTANCE],
	'BIZ.INSTANCE.NOT.FOUND': ['There is no such instance.', WHICH_INSTANCE],
	'BIZ.INSTANCE.STATUS.ERROR': ['The status of the instance does not allow this.', SETTLE],
	BIZ_INSTANCE_STATUS_ERROR: ['The status of the instance does not allow this.', SETTLE],
	BIZ_INSTANCE_CANNOT_OPERATE: ['The instance is under maintenance.', SETTLE],
	'Instance.StatusNotRunning': ['The instance is not running.', SETTLE],
	'InstanceStatus.NotAllowed': ['The status of the instance allows no change.', SETTLE],
	'InstanceStatus.Change.NotAllowed': [
		'The instance cannot go from its present status to the one wanted.',
		SETTLE,
	],
	'InstanceStatus.NotWaitDeploy': [
		'The instance is not waiting for deployment.',
		'It was deployed already, or is released. Look at its status with the operation Get.',
	],
	'InstanceStatus.NotReleased': [
		'The instance is not released yet.',
		"Release it first and wait for that, or use 'Delete Completely'.",
	],
	'InstanceStatus.NotWaitChange': ['The instance is not waiting for a change.', SETTLE],
	'InstanceStatus.Released': ['The instance is released.', 'It can only be deleted any more.'],
	'InstanceStatus.Stopped': ['The instance is stopped.', 'Reopen it first.'],
	'Instance.Change.NotAllowed': [
		'The instance may not be changed.',
		'Look in the console for what keeps it from being changed.',
	],
	'Instance.ExceedMaxLimit': [
		'The account has as many instances as it may.',
		'Delete what is not used any more, or raise the quota.',
	],
	'Instance.ResourceNotSufficient': ['The region has no room for this.', STOCK],
	'Instance.UpgradeService.version': ['The upgrade of the version did not work.', SETTLE],
	ONS_INIT_ENV_ERROR: [
		'There is nothing to upgrade, or the upgrade could not be prepared.',
		'Compare the version of the instance with the one wanted.',
	],
	BIZ_INSTANCE_ALREADY_EXISTS: ['The instance exists already.', CONSOLE],
	BIZ_INSTANCE_CREATE_ERROR: ['The instance could not be created.', CONSOLE],
	BIZ_INSTANCE_CREATE_ORDER_ERROR: ['The order could not be made.', CONSOLE],
	BIZ_INSTANCE_UPGRADE_ORDER_ERROR: ['The order of the upgrade could not be made.', CONSOLE],
	BIZ_INSTANCE_UPDATE_ERROR: ['The instance could not be changed.', SETTLE],
	BIZ_INSTANCE_DELETE_ERROR: ['The instance could not be deleted.', SETTLE],
	BIZ_INSTANCE_REFUND_ERROR: [
		'The rest of what was paid could not be refunded.',
		'Unsubscribe from the instance in the console.',
	],
	BIZ_INSTANCE_RELEASE_ERROR: ['The instance could not be released.', SETTLE],
	BIZ_INSTANCE_RELEASE_EXIST_TOPIC_ERROR: [
		'The instance was not released because it still has topics.',
		'Delete its topics first.',
	],
	BIZ_INSTANCE_RELEASE_EXIST_CONSUMER_GROUP_ERROR: [
		'The instance was not released because it still has consumer groups.',
		'Delete its consumer groups first.',
	],
	BIZ_INSTANCE_RELEASE_LESSHOUR_ERROR: [
		'The instance is too young to be released.',
		'Try again an hour after it was made.',
	],
	BIZ_INSTANCE_PAIDTYPE_NOT_SUPPORT: [
		'The billing mode of the instance does not allow this.',
		'Subscriptions end by themselves or in the console; there are own operations for each billing mode.',
	],
	BIZ_INSTANCE_ONLY_PROFESSIONAL_SUPPORT: [
		'Only instances of a professional edition can do this.',
		'Upgrade the edition of the instance.',
	],
	'BIZ.LIMIT.PUBNETWORK': [
		'The internet bandwidth is not accepted.',
		"Correct 'Internet Bandwidth (MB/s)' as the billing page allows.",
	],
	'BIZ.LIMIT.QUOTA.DOWN': [
		'A value is smaller than what the instance has now.',
		'Give at least the present values; an instance cannot be made smaller here.',
	],

	// Deployment
	'DeployType.NotSupport': ['The network type is not offered here.', "Choose the other 'Network'."],
	DeployError: ['The deployment met a fault.', SETTLE],
	DeployPreCheckError: [
		'The check before the deployment did not pass.',
		'Check VPC, vSwitch, zone and security group.',
	],
	'Deploy.RetriableError': ['The deployment met a fault that may pass.', SETTLE],
	'Deploy.NotRetriableError': [
		'The deployment met a fault that will not pass.',
		'Ask the support of Alibaba Cloud with the request ID.',
	],
	'Deploy.ResourceNotEnough': ['The zone has no room for this instance.', STOCK],
	'VpcVSwitch.NotFound': [
		'There is no such VPC or vSwitch.',
		"Check 'VPC ID' and 'vSwitch ID', and that both are in the region of the instance.",
	],
	VPC_VSW_ZONE_MAPPING_ERROR: [
		'The zone of the vSwitch could not be found.',
		'Choose a vSwitch in a zone that offers Kafka.',
	],
	VPC_ASSUMEROLE_ERROR: [
		'The service may not use the VPC.',
		'Authorize ApsaraMQ for Kafka in the console once.',
	],
	SG_ERROR: ['There is no such security group.', "Check 'Security Group ID'."],
	BIZ_SLR_CREATE_NO_PERMISSION: [
		'The RAM user may not create the service-linked role.',
		'Let an administrator create it, or grant ram:CreateServiceLinkedRole.',
	],

	// Orders
	'Order.Create.Error': ['The order could not be made.', CONSOLE],
	'Order.Insufficient.balance': ['The balance of the account is too low.', 'Top up the account.'],
	'Order.InstHasUnpaidOrder': [
		'The instance has an order that is not paid.',
		'Pay or cancel it in the console.',
	],

	// Topics
	'Topic.Exist': ['A topic of this name exists already.', 'Choose another name.'],
	BIZ_TOPIC_ALREADY_EXISTS: ['A topic of this name exists already.', 'Choose another name.'],
	BIZ_TOPIC_EXISTED: ['A topic of this name exists already.', 'Choose another name.'],
	'Topic.NotFound': ['There is no such topic.', 'Check the topic and the instance.'],
	BIZ_TOPIC_NOT_FOUND: ['There is no such topic.', 'Check the topic and the instance.'],
	BIZ_TOPIC_TOO_MUCH: [
		'The instance has as many topics as it may.',
		'Delete topics that are not used, or upgrade the instance.',
	],
	BIZ_TOPIC_PARTITION_NUM_EXCEED: [
		'The instance has as many partitions as it may.',
		'Give fewer partitions, or upgrade the instance.',
	],
	BIZ_TOPIC_PARTITION_ERROR: ['The number of partitions is not accepted.', 'Correct it.'],
	BIZ_TOPIC_PARTITION_ADD_ERROR: [
		'The partitions could not be added.',
		'Look at the topic, then try again.',
	],
	BIZ_TOPIC_COMPACT_TOPIC_NOT_SUPPORT: [
		'The instance has no compacted topics.',
		'Switch compaction off, or use a professional edition.',
	],
	BIZ_TOPIC_LOCAL_TOPIC_NOT_SUPPORT: [
		'The instance has no topics with local storage.',
		'Use cloud storage, or a professional edition.',
	],
	BIZ_TOPIC_CREATE_ERROR: [
		'The topic could not be created.',
		'Look at the topics, then try again.',
	],
	BIZ_TOPIC_CREATE_INTERNAL_ERROR: [
		'The service met a fault while it created the topic.',
		'Look at the topics before you run this again.',
	],
	BIZ_TOPIC_DELETE_ERROR: [
		'The topic could not be deleted.',
		'Look at the topics, then try again.',
	],
	BIZ_TOPIC_UPDATE_ERROR: ['The topic could not be changed.', 'Look at the topic, then try again.'],
	'Topic.StatusNotRunning': ['The topic is not in service.', 'Try again when it is.'],
	BIZ_TOPIC_STATUS_ERROR: ['The status of the topic does not allow this.', 'Try again later.'],
	'TopicStatus.NotAllowed': ['The status of the topic allows no change.', 'Try again later.'],
	'AsyncTask.DeleteTopic': [
		'A topic of this name is still being deleted.',
		'Try again when it is gone.',
	],
	'Topic.RebalanceOperationForbidden': [
		'Topics cannot be changed while the instance is rebalanced.',
		'Try again when that is done.',
	],
	BIZ_GET_TOPIC_STATUS_ERROR: ['The status of the topic could not be read.', LATER],
	BIZ_GET_TOPIC_OFFSET_ERROR: ['The offsets of the topic could not be read.', LATER],
	'BIZ.GET.TOPIC.STATUS.ERROR': ['The service misses the access key of the request.', KEYS],

	// Consumer groups
	'Group.NotFound': [
		'There is no such consumer group.',
		'Check the consumer group and the instance.',
	],
	BIZ_SUBSCRIPTION_NOT_FOUND: [
		'There is no such consumer group.',
		'Check the consumer group and the instance.',
	],
	BIZ_SUBSCRIPTION_ALREADY_EXISTS: [
		'A consumer group of this name exists already.',
		'Choose another name.',
	],
	BIZ_SUBSCRIPTION_EXISTED: [
		'A consumer group of this name exists already.',
		'Choose another name.',
	],
	BIZ_SUBSCRIPTION_TOO_MUCH: [
		'The instance has as many consumer groups as it may.',
		'Delete groups that are not used, or upgrade the instance.',
	],
	BIZ_SUBSCRIPTION_CREATE_ERROR: [
		'The consumer group could not be created.',
		'Look at the consumer groups, then try again.',
	],
	BIZ_SUBSCRIPTION_DELETE_ERROR: [
		'The consumer group could not be deleted.',
		'Look at the consumer groups, then try again.',
	],
	'Group.Active': ['The consumer group has running consumers.', 'Stop its consumers first.'],
	BIZ_CONSUMER_GROUP_ACTIVE_ERROR: [
		'The consumer group has running consumers.',
		'Stop its consumers first.',
	],
	'GET.CONSUMER.PROGRESS.ERROR': [
		'The progress could not be read in the present status of the instance.',
		LATER,
	],
	'GET.CONSUMER.MISSING.ACCESS.KEY.ID': ['The service misses the access key of the request.', KEYS],

	// Tags
	BIZ_TAG_RESOURCE_NOT_EXIST: [
		'What is to be tagged does not exist.',
		'Check the IDs, and that the region is right.',
	],
	'BIZ.TagResource.NotSupported': ['This kind of thing has no tags here.', 'Check its ID.'],
	BIZ_TAG_DUPLICATE_TAG_KEY: ['A tag key is given twice.', 'Give each key once.'],
	BIZ_TAG_TAGKEY_NOT_VALID: ['A tag key is not accepted.', 'Correct it.'],
	BIZ_TAG_TAGVALUE_NOT_VALID: ['A tag value is not accepted.', 'Correct it.'],
	BIZ_TAG_REQUEST_TAG_NUM_EXCEED: ['Too many tags are given at once.', 'Give at most 20.'],
	BIZ_TAG_REQUEST_RESOURCE_NUM_EXCEED: ['Too many IDs are given at once.', 'Give fewer.'],
	BIZ_TAG_TAG_NUM_EXCEED: ['It would have too many tags.', 'Remove tags first.'],
	BIZ_TAG_RESOURCE_NUM_EXCEED: ['Too many things would have tags.', 'Remove tags first.'],

	// SASL users and ACLs
	'Acl.AddSasl.Error': ['The SASL user could not be added.', 'Look at the users, then try again.'],
	'Acl.DelSasl.Error': [
		'The SASL user could not be deleted.',
		'Look at the users, then try again.',
	],
	BIZ_SASL_USER_NOT_EXIST: ['There is no such SASL user.', 'Check its name and its mechanism.'],
	BIZ_SASL_USER_NUM_EXCEED: [
		'The instance has as many SASL users as it may.',
		'Delete users that are not needed.',
	],
	'Acl.Disable.Error': [
		'Access control is off for this instance.',
		"Switch it on with 'Update Configuration' of the instance first.",
	],
	BIZ_ACL_NOT_ENABLED: [
		'Access control is off for this instance.',
		"Switch it on with 'Update Configuration' of the instance first.",
	],
	BIZ_CAN_NOT_ENABLE_ACL: [
		'Access control cannot be switched on for this instance.',
		'It needs a professional edition and version 2.2.0 or later.',
	],
	BIZ_UPDATE_ACL_FAILED: [
		'The access control could not be changed.',
		'Look at it, then try again.',
	],
	'Acl.DuplicatedAuth.Error': ['This permission exists already.', 'There is nothing to add.'],

	// Allowed addresses
	'WHITE.PARAM.ERROR': ['A parameter of the allowed addresses is wrong.', CORRECT],
	'WHITE.IP.ILLEGAL.ERROR': ['An address is not one.', 'Give IPv4 addresses or CIDR blocks.'],
	'WHITE.IP.ALREADY.EXISTS.ERROR': ['The address is allowed already.', 'There is nothing to add.'],
	'WHITE.IPLIST.OVERLONG.ERROR': [
		'There are too many allowed addresses.',
		'Join addresses into CIDR blocks.',
	],
	WHITE_IP_LIST_OVERLONG_ERROR: [
		'There are too many allowed addresses.',
		'Join addresses into CIDR blocks.',
	],
	'WHITE.OVER.LENGTH.ERROR': [
		'There are too many allowed addresses.',
		'Join addresses into CIDR blocks.',
	],
	'WHITE.DELETE.ERROR': ['The address could not be removed.', 'Look at the list, then try again.'],
	'Sts.NotFound': ['The allowed addresses of the instance were not found.', LATER],
	'ONS.GET.ALLOWEDIP.INTERNAL.ERROR': ['The allowed addresses could not be read in time.', LATER],
	'ONS.UPDATE.ALLOWEDIP.INTERNAL.ERROR': [
		'The allowed addresses could not be changed in time.',
		'Look at the list before you run this again.',
	],
};
