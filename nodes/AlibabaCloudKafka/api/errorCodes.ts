import type { ErrorText } from '../../shared/request/serviceFailure';

const LATER =
	'Try again later. If this persists, contact Alibaba Cloud support and give them the request ID.';
const KEYS =
	"Check the credential's 'Access Key ID' and 'Access Key Secret', and for temporary keys also 'Security Token'.";
const TOKEN = 'Get new temporary keys from STS, and enter all three values in the credential.';
const CLOCK = 'Synchronize the clock of the n8n server.';
const GRANT =
	'Grant the RAM user the permissions that the operation requires, for example with the policy AliyunKafkaFullAccess.';
const WHICH_INSTANCE =
	"Check the instance ID, and that 'Region' is the region of the instance; the instance must belong to this account.";
const SETTLE =
	"Check its status with the operation 'Get', and try again after the status has changed.";
const CORRECT = 'Correct the parameter named in the service response.';
const CONSOLE = 'Check the orders and instances in the console before you run this again.';
const SMALLER =
	"Enter at least the current values. To reduce an instance, use 'Downgrade Specifications' of the Alibaba Cloud Kafka Maintenance node.";
const SUPPORT = 'Contact Alibaba Cloud support and give them the request ID.';
const GRANT_OWNER = 'Ask the owner of the resource to do it.';
const TASKS = 'Check the tasks of the instance in the console.';
const NARROW = 'Check the partition, the offset, and the time, then try again.';
const STOCK = 'Choose another zone or a smaller specification, or try again later.';

/**
 * Error codes in plain words. Source: the vendor's help pages of the Kafka API for its own codes, and
 * its tables common to RPC products for those of the gateway.
 */
export const ERROR_CODES: Readonly<Record<string, ErrorText>> = {
	// Keys, signature, permission
	SignatureDoesNotMatch: [
		'The signature does not match.',
		"Check the credential's 'Access Key Secret': it does not belong to 'Access Key ID'. A proxy that changes requests has the same effect.",
	],
	IncompleteSignature: ['The signature is incomplete.', KEYS],
	InvalidSignatureMethod: [
		'The gateway does not support this signature method.',
		"Select the other 'Signature Version' in the credential.",
	],
	SignatureNonceUsed: [
		'The service received the same signed request twice.',
		'A proxy may be resending requests. It is not known whether the first request succeeded: check the current state first.',
	],
	'InvalidTimeStamp.Format': ['The request timestamp has an invalid format.', CLOCK],
	'InvalidTimeStamp.Expired': ['The request timestamp is off by more than 15 minutes.', CLOCK],
	'InvalidAccessKeyId.NotFound': [
		'The access key does not exist.',
		"Check the credential's 'Access Key ID', and enter 'Security Token' if the keys are temporary.",
	],
	InvalidAccessKeyId: [
		'The access key does not exist.',
		"Check the credential's 'Access Key ID', and enter 'Security Token' if the keys are temporary.",
	],
	'InvalidAccessKeyId.Inactive': [
		'The access key is disabled.',
		"Enable it in the RAM console, or use a different 'Access Key ID' in the credential.",
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
	'InvalidSecurityToken.Malformed': ['The security token is not valid.', TOKEN],
	'InvalidSecurityToken.MismatchWithAccessKey': [
		'The security token belongs to another access key.',
		TOKEN,
	],
	AUTH_SIGNATURE_CHECK_ERROR: ['The service could not identify the sender of the request.', KEYS],
	AUTH_CAL_SIGNATURE_ERROR: ['The service could not compute the signature.', KEYS],
	AUTH_USER_CHECK_ERROR: ['The service could not verify the user at the moment.', LATER],
	AUTH_PERMISSION_CHECK_ERROR: ['The permission for this operation could not be verified.', GRANT],
	AUTH_REQUEST_NOT_ALLOWED: ['The user is not allowed to make this request.', GRANT],
	AUTH_RESOURCE_EMPOWER_CHECK_ERROR: [
		'The authorization of the account for this resource could not be verified.',
		'Ask the owner of the resource to grant access again.',
	],
	AUTH_RESOURCE_OWNER_ERROR: [
		'The instance does not belong to this account, or it has been deleted.',
		`${WHICH_INSTANCE} This can also happen briefly for a new instance.`,
	],
	AUTH_SERVICE_CHECK_ERROR: [
		'ApsaraMQ for Kafka is not activated for the account.',
		'Activate it in the console.',
	],
	AUTH_USER_IN_BLACK_LIST: [
		'The account is blocked from this service.',
		'Contact Alibaba Cloud support.',
	],
	NoPermission: ['The RAM user is not allowed to do this.', GRANT],
	'Forbidden.RAM': ['The RAM user is not allowed to do this.', GRANT],
	BIZ_INSTANCE_OWNER_ERROR: ['The instance does not belong to this account.', WHICH_INSTANCE],
	BIZ_INSTANCE_PERMISSION_CHECK_ERROR: [
		'The RAM user is not allowed to do this on the instance.',
		GRANT,
	],
	ADMIN_GET_BROKER_CONFIG_ERROR: ['The broker settings could not be read.', SUPPORT],
	ADMIN_UPDATE_BROKER_CONFIG_ERROR: ['The broker settings could not be changed.', SUPPORT],
	ADMIN_UPDATE_SUB_PERM_ERROR: ['The permission of a subscription could not be changed.', SUPPORT],
	ADMIN_UPDATE_TOPIC_PERM_ERROR: [
		'The read and write permissions of a topic could not be changed.',
		SUPPORT,
	],
	AUTH_CSRF_CHECK_ERROR: [
		'The session of the console has expired.',
		'Log in to the console again.',
	],
	AUTH_LOGIN_CHECK_ERROR: ['The login could not be verified.', KEYS],
	AUTH_ONS_CHANNEL_INVALID: [
		'The account belongs to another sales channel.',
		'Check that the account can use ApsaraMQ for Kafka on this site, or contact Alibaba Cloud support.',
	],
	AUTH_SYSTEM_PERMISSION_CHECK_ERROR: ['The system permission could not be verified.', GRANT],
	AUTH_TOPIC_CREATE_ERROR: ['The user is not allowed to create topics.', GRANT],
	BIZ_SUBSCRIPTION_PERMISSION_CHECK_ERROR: [
		'The user is not allowed to use the consumer group.',
		GRANT,
	],
	BIZ_TAG_ONLY_SERVICE_ACCOUNT_HAS_PERMISSION: [
		'Only a service account is allowed to change these tags.',
		'Change other tags, or leave them to the service that set them.',
	],
	RAM_CREATE_RESOURCE_OWNER_ERROR: [
		'Only the owner of the resource can authorize others to use it.',
		GRANT_OWNER,
	],
	RAM_CREATE_RESOURCE_PERMISSION_ERROR: ['The user is not allowed to authorize others.', GRANT],
	RAM_DELETE_RESOURCE_OWNER_ERROR: [
		'Only the owner of the resource can withdraw its authorization.',
		GRANT_OWNER,
	],
	RAM_DELETE_RESOURCE_PERMISSION_ERROR: [
		'The user is not allowed to withdraw an authorization.',
		GRANT,
	],
	RAM_GET_USER_BY_AK_ERROR: ['The user of the access key could not be looked up.', KEYS],
	'ONS.LOGIN.CHECK.ERROR': ['The login could not be verified.', KEYS],
	ONS_LOGIN_CHECK_ERROR: ['The login could not be verified.', KEYS],
	'Inner.Owner.notAllowed': [
		'Internal accounts cannot purchase instances.',
		'Use an ordinary account.',
	],
	BIZ_CONSUMER_ID_BELONG_TO_OTHER_USER: [
		'The consumer group belongs to another user.',
		'Choose another name, or use the other user.',
	],
	BIZ_PRODUCER_ID_BELONG_TO_OTHER_USER: [
		'The producer belongs to another user.',
		'Choose another name, or use the other user.',
	],

	// Rate, faults of the service
	Throttling: ['Too many requests were sent.', 'Send fewer at once, or try again later.'],
	'Throttling.User': [
		'The account sent too many requests.',
		'Send fewer at once, or try again later.',
	],
	'Throttling.Api': [
		'Too many requests for this operation were sent.',
		'Send fewer at once, or try again later.',
	],
	FlowControl: ['Too many requests were sent.', 'Send fewer at once, or try again later.'],
	ONS_SYSTEM_FLOW_CONTROL: [
		'Too many requests were sent.',
		'Send fewer at once, or try again later.',
	],
	ONS_SYSTEM_ERROR: ['The service encountered an internal fault.', LATER],
	RemoteCallError: ['An internal call of the service did not succeed.', LATER],
	'DB.Update.Failed': ['The service could not save the change.', LATER],
	InternalError: ['The service encountered an internal fault.', LATER],
	'INTERNAL.ERROR': ['The service encountered an internal fault.', LATER],
	'ONS.INTERNAL.ERROR': ['The service encountered an internal fault.', LATER],
	InternalUnknownCodeError: ['The service encountered a fault without a specific code.', LATER],
	ONS_INTERNAL_ERROR: ['The service encountered an internal fault.', LATER],
	ONS_INVOKE_ERROR: ['An internal call of the service did not succeed.', LATER],
	ServiceUnavailable: ['The service is temporarily unavailable.', LATER],
	'AsyncTask.RetryLater': ['The task cannot run at the moment.', LATER],
	'AsyncTask.TypeAlreadyExist': [
		'A task of this type is already running.',
		'Wait until it has finished.',
	],
	'AsyncTaskSlave.NotCompleted': ['The task has not finished.', LATER],
	'ScheduledTask.AlreadyHasSameTaskType': [
		'A task of this type is waiting already.',
		'Wait until it has finished.',
	],
	'ScheduledTask.ExecuteTimeGapTooShort': [
		'The task is too close to an already scheduled task.',
		'Try again in a few minutes.',
	],
	AgentBusinessError: ['The service encountered an internal fault.', LATER],
	AgentError: ['The service encountered an internal fault.', LATER],
	RmqClusterEmpty: ['The service encountered an internal fault.', LATER],
	BIZ_AONE_CHECK_ERROR: ['An internal check of the service did not succeed.', LATER],
	BIZ_GET_CLUSTER_INFO_ERROR: ['The cluster of the instance could not be read.', LATER],
	BIZ_CLUSTER_IS_EMPTY: ['The cluster of the instance has no brokers.', SUPPORT],
	BIZ_BROKER_NOT_FOUND: ['The broker was not found.', SETTLE],
	BIZ_GET_APPKEY_LIST_ERROR: ['The keys of the account could not be read.', LATER],
	'Sls.Query.Error': ['The data could not be queried.', LATER],
	ONS_SERVICE_UNSUPPORTED: [
		'The service does not support this.',
		'Check what the edition and version of the instance support.',
	],
	'AsyncTask.ExecuteTimeNotSupport': [
		'The task is about to run and can no longer be changed.',
		'Wait until it has finished.',
	],
	'AsyncTask.Ignored': ['The task was ignored.', SETTLE],
	'AsyncTask.NotMeetCondition': ['A condition of the task is not met.', SETTLE],
	'AsyncTaskGroup.NotFound': ['The group of tasks does not exist.', TASKS],
	'AsyncTaskHandler.NotFound': ['The task does not exist.', TASKS],
	'AsyncTaskType.NotFound': ['The type of task does not exist.', TASKS],
	'Manager.NotCommit': ['A change of the management service has not been committed.', SUPPORT],
	'Manager.configRuleExistError': ['The configuration rule already exists.', SUPPORT],
	'Manager.configRuleNotExistError': ['The configuration rule does not exist.', SUPPORT],
	'Manager.recoverTaskNotFound': ['The task to resume does not exist.', TASKS],
	'Manager.recoverTaskNotMatch': ['The task to resume belongs to another instance.', TASKS],
	'Manager.scheduledTaskStatusError': ['The status of the task does not allow this.', TASKS],
	'Manager.scheduledTaskStatusNotSupport': [
		'The status of the task is not known to the service.',
		TASKS,
	],
	'InvalidData.FieldsIncomplete': ['Data that the service needs is incomplete.', CORRECT],

	// Requests
	'InvalidApi.NotFound': [
		'The endpoint does not support this operation.',
		"Check the credential's 'Endpoint': it must be an ApsaraMQ for Kafka endpoint.",
	],
	'InvalidProduct.NotFound': [
		'The endpoint is not an ApsaraMQ for Kafka endpoint.',
		"Check the credential's 'Region' and 'Endpoint'.",
	],
	UnsupportedHTTPMethod: [
		'The endpoint does not accept POST requests.',
		"Check the credential's 'Endpoint'.",
	],
	MissingParameter: ['A required parameter is missing.', CORRECT],
	InvalidParameter: ['A parameter is not valid.', CORRECT],
	'InvalidParameter.Format': ['A parameter has an invalid format.', CORRECT],
	'InvalidParameter.Range': ['A value is out of range.', CORRECT],
	'InvalidParameter.Size': ['A value is too long or too short.', CORRECT],
	'InvalidParameter.NotSupport': [
		'A parameter is not available for this type of instance.',
		'Remove it, or use an edition that supports it.',
	],
	'InvalidParameter.VersionNotSupport': [
		'The version of the instance does not support this parameter.',
		'Remove it, or upgrade the instance.',
	],
	'InvalidParameter.DataAlreadyExist': ['It already exists.', 'Choose another name.'],
	'InvalidParameter.DataNotFound': ['A resource named in a parameter does not exist.', CORRECT],
	'InvalidParameter.DataNotChange': [
		'Nothing would change.',
		'The current value is already the one you entered; enter a different value to change it.',
	],
	'InvalidParameter.OtherParam': ['A parameter conflicts with another one.', CORRECT],
	BIZ_FIELD_CHECK_INVALID: ['A parameter is not valid.', CORRECT],
	BIZ_PARAM_EMPTY: ['A parameter is empty.', CORRECT],
	DataExceedMaxLimit: [
		'A limit is exceeded.',
		'Remove what is no longer needed, or request a quota increase.',
	],
	NotSupport: [
		'This is not supported here.',
		'Check what the edition and version of the instance support.',
	],
	'NotSupport.DataStatus': ['The current status does not allow this.', SETTLE],

	// Instances
	'Instance.NotFound': ['The instance does not exist.', WHICH_INSTANCE],
	'InstanceAgent.NotFound': ['The instance does not exist.', WHICH_INSTANCE],
	BIZ_INSTANCE_NOT_FOUND: ['The instance does not exist.', WHICH_INSTANCE],
	'BIZ.INSTANCE.NOT.FOUND': ['The instance does not exist.', WHICH_INSTANCE],
	'BIZ.INSTANCE.STATUS.ERROR': ['The status of the instance does not allow this.', SETTLE],
	BIZ_INSTANCE_STATUS_ERROR: ['The status of the instance does not allow this.', SETTLE],
	BIZ_INSTANCE_CANNOT_OPERATE: ['The instance is under maintenance.', SETTLE],
	'Instance.StatusNotRunning': ['The instance is not running.', SETTLE],
	'InstanceStatus.NotAllowed': ['The status of the instance does not allow changes.', SETTLE],
	'InstanceStatus.Change.NotAllowed': [
		'The instance cannot change from its current status to the requested one.',
		SETTLE,
	],
	'InstanceStatus.NotWaitDeploy': [
		'The instance is not waiting for deployment.',
		"It has already been deployed or released. Check its status with the operation 'Get'.",
	],
	'InstanceStatus.NotReleased': [
		'The instance has not been released yet.',
		"Release it first and wait until it is released, or use 'Delete Completely'.",
	],
	'InstanceStatus.NotWaitChange': ['The instance is not waiting for a change.', SETTLE],
	'InstanceStatus.Released': ['The instance has been released.', 'It can only be deleted now.'],
	'InstanceStatus.Stopped': ['The instance is stopped.', 'Reopen it first.'],
	'Instance.Change.NotAllowed': [
		'The instance cannot be changed.',
		'Check in the console what prevents the change.',
	],
	'Instance.ExceedMaxLimit': [
		'The account has reached its instance limit.',
		'Delete what is no longer needed, or request a quota increase.',
	],
	'Instance.ResourceNotSufficient': ['The region does not have enough capacity for this.', STOCK],
	'Instance.UpgradeService.version': ['The version upgrade did not succeed.', SETTLE],
	ONS_INIT_ENV_ERROR: [
		'There is nothing to upgrade, or the upgrade could not be prepared.',
		'Compare the version of the instance with the target version.',
	],
	BIZ_INSTANCE_ALREADY_EXISTS: [
		'The instance already exists.',
		"If another instance has the name in 'Name', enter another name. Otherwise, check the orders and instances in the console before you run this again.",
	],
	BIZ_INSTANCE_CREATE_ERROR: ['The instance could not be created.', CONSOLE],
	BIZ_INSTANCE_CREATE_ORDER_ERROR: ['The order could not be placed.', CONSOLE],
	BIZ_INSTANCE_UPGRADE_ORDER_ERROR: ['The upgrade order could not be placed.', CONSOLE],
	BIZ_INSTANCE_UPDATE_ERROR: ['The instance could not be changed.', SETTLE],
	BIZ_INSTANCE_DELETE_ERROR: ['The instance could not be deleted.', SETTLE],
	BIZ_INSTANCE_REFUND_ERROR: [
		'The remaining prepaid amount could not be refunded.',
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
		'The instance was created too recently to be released.',
		'Try again an hour after it was created.',
	],
	BIZ_INSTANCE_PAIDTYPE_NOT_SUPPORT: [
		'The billing mode of the instance does not allow this.',
		'Subscriptions end when they expire or in the console; each billing mode has its own operations.',
	],
	BIZ_INSTANCE_ONLY_PROFESSIONAL_SUPPORT: [
		'Only Professional Edition instances support this.',
		'Upgrade the edition of the instance.',
	],
	'BIZ.LIMIT.PUBNETWORK': [
		'The internet bandwidth is not valid.',
		"Set 'Internet Bandwidth (MB/s)' to a value listed on the billing page.",
	],
	'BIZ.LIMIT.QUOTA.DOWN': ['A value is smaller than the current value of the instance.', SMALLER],
	'BIZ.LIMIT.QUOTA.DOWN.1': ['A value is smaller than the current value of the instance.', SMALLER],
	'BIZ.LIMIT.QUOTA.DOWN.2': ['A value is smaller than the current value of the instance.', SMALLER],
	BIZ_INSTANCE_BASIC_INFO_ERROR: [
		'The basic information of the instance could not be read.',
		SETTLE,
	],
	BIZ_INSTANCE_LOCATION_ERROR: ['The location of the instance could not be found.', WHICH_INSTANCE],
	BIZ_INSTANCE_UPDATE_AUTO_CREATE_TOPIC_STATUS_ERROR: [
		'Automatic topic creation cannot be changed in the current status of the instance.',
		SETTLE,
	],
	'Instance.CaclulateChange.time': ['The time of the change could not be calculated.', LATER],
	'Instance.InsertComponent.fail': ['A component of the instance could not be added.', LATER],
	'Instance.UpdateComponent.fail': ['A component of the instance could not be changed.', LATER],
	'Deploy.Callback.Illegal': ['The deployment encountered data that does not match.', SUPPORT],
	BIZ_CREATE_ORDER_CONFIG_ERROR: ['The settings for ordered messages could not be created.', LATER],
	BIZ_DELETE_ORDER_CONFIG_ERROR: ['The settings for ordered messages could not be deleted.', LATER],

	// Deployment
	'DeployType.NotSupport': [
		'The network type is not available here.',
		"Select the other 'Network'.",
	],
	DeployError: ['The deployment encountered a fault.', SETTLE],
	DeployPreCheckError: [
		'The pre-deployment check did not pass.',
		'Check the VPC, vSwitch, zone, and security group.',
	],
	'Deploy.RetriableError': ['The deployment encountered a temporary fault.', SETTLE],
	'Deploy.NotRetriableError': [
		'The deployment encountered a permanent fault.',
		'Contact Alibaba Cloud support and give them the request ID.',
	],
	'Deploy.ResourceNotEnough': ['The zone does not have enough capacity for this instance.', STOCK],
	'VpcVSwitch.NotFound': [
		'The VPC or vSwitch does not exist.',
		"Check 'VPC' and 'vSwitch', and that both are in the region of the instance.",
	],
	VPC_VSW_ZONE_MAPPING_ERROR: [
		'The zone of the vSwitch could not be found.',
		'Use a vSwitch in a zone that offers Kafka.',
	],
	VPC_ASSUMEROLE_ERROR: [
		'The service is not allowed to use the VPC.',
		'Authorize ApsaraMQ for Kafka once in the console.',
	],
	SG_ERROR: ['The security group does not exist.', "Check 'Security Group'."],
	BIZ_SLR_CREATE_NO_PERMISSION: [
		'The RAM user is not allowed to create the service-linked role.',
		'Ask an administrator to create it, or grant ram:CreateServiceLinkedRole.',
	],

	// Orders
	'Order.Create.Error': ['The order could not be placed.', CONSOLE],
	'Order.Insufficient.balance': ['The balance of the account is too low.', 'Top up the account.'],
	'Order.InstHasUnpaidOrder': [
		'The instance has an unpaid order.',
		'Pay or cancel it in the console.',
	],

	// Topics
	'Topic.Exist': ['A topic with this name already exists.', 'Choose another name.'],
	BIZ_TOPIC_ALREADY_EXISTS: ['A topic with this name already exists.', 'Choose another name.'],
	BIZ_TOPIC_EXISTED: ['A topic with this name already exists.', 'Choose another name.'],
	'Topic.NotFound': ['The topic does not exist.', 'Check the topic and the instance.'],
	BIZ_TOPIC_NOT_FOUND: ['The topic does not exist.', 'Check the topic and the instance.'],
	BIZ_TOPIC_TOO_MUCH: [
		'The instance has reached its topic limit.',
		'Delete topics that are no longer needed, or upgrade the instance.',
	],
	BIZ_TOPIC_PARTITION_NUM_EXCEED: [
		'The instance has reached its partition limit.',
		'Enter fewer partitions, of which local storage counts each three times, or upgrade the instance.',
	],
	BIZ_TOPIC_PARTITION_ERROR: [
		'The number of partitions is not valid.',
		'Enter 1 to 360, and at least 2 for cloud storage on a reserved instance.',
	],
	BIZ_TOPIC_PARTITION_ADD_ERROR: [
		'The partitions could not be added.',
		'Check the topic, then try again.',
	],
	BIZ_TOPIC_COMPACT_TOPIC_NOT_SUPPORT: [
		'The instance does not support compacted topics.',
		'Turn compaction off, or use a Professional Edition.',
	],
	BIZ_TOPIC_LOCAL_TOPIC_NOT_SUPPORT: [
		'The instance does not support topics with local storage.',
		'Use cloud storage, or use a Professional Edition.',
	],
	BIZ_TOPIC_CREATE_ERROR: ['The topic could not be created.', 'Check the topics, then try again.'],
	BIZ_TOPIC_CREATE_INTERNAL_ERROR: [
		'The service encountered a fault while creating the topic.',
		'Check the topics before you run this again.',
	],
	BIZ_TOPIC_DELETE_ERROR: ['The topic could not be deleted.', 'Check the topics, then try again.'],
	BIZ_TOPIC_UPDATE_ERROR: ['The topic could not be changed.', 'Check the topic, then try again.'],
	'Topic.StatusNotRunning': ['The topic is not in service.', 'Try again when it is in service.'],
	BIZ_TOPIC_STATUS_ERROR: ['The status of the topic does not allow this.', 'Try again later.'],
	'TopicStatus.NotAllowed': ['The status of the topic does not allow changes.', 'Try again later.'],
	'AsyncTask.DeleteTopic': [
		'A topic with this name is still being deleted.',
		'Try again after it has been deleted.',
	],
	'Topic.RebalanceOperationForbidden': [
		'Topics cannot be changed while the instance is rebalancing.',
		'Try again when rebalancing has finished.',
	],
	BIZ_GET_TOPIC_STATUS_ERROR: ['The status of the topic could not be read.', LATER],
	BIZ_GET_TOPIC_OFFSET_ERROR: ['The offsets of the topic could not be read.', LATER],
	'BIZ.GET.TOPIC.STATUS.ERROR': ['The request does not contain an access key.', KEYS],
	BIZ_CREATE_TOPIC_ERROR: ['The topic could not be created.', 'Check the topics, then try again.'],
	BIZ_CREATE_TOPIC_NUM_LESS_THAN_BEFORE_ERROR: [
		'The number is smaller than before.',
		'Enter at least the current number.',
	],
	BIZ_DELETE_TOPIC_ERROR: ['The topic could not be deleted.', 'Check the topics, then try again.'],
	BIZ_UPDATE_TOPIC_ERROR: ['The topic could not be changed.', 'Check the topic, then try again.'],
	BIZ_UPDATE_TOPIC_PERM_ERROR: [
		'The permissions of the topic could not be changed.',
		'Check the topic, then try again.',
	],
	BIZ_TOPIC_UPDATE_CONFIG_ERROR: [
		'The setting of the topic could not be changed.',
		'Check that the instance and the storage of the topic support the setting, and that its value is in range.',
	],
	BIZ_TOPIC_OFFSET_ERROR: ['The offsets of the topic could not be read.', LATER],
	BIZ_GET_TOPIC_ROUTE_INFO_ERROR: ['The brokers of the topic could not be found.', LATER],
	BIZ_CREATE_PUBLISH_ERROR: ['The producer could not be created.', LATER],
	BIZ_PUBLISHER_EXISTED: ['The producer already exists.', 'Choose another name.'],
	BIZ_PUBLISH_INFO_NOT_FOUND: ['The producer does not exist.', 'Check the topic and the instance.'],

	// Consumer groups
	'Group.NotFound': [
		'The consumer group does not exist.',
		'Check the consumer group and the instance.',
	],
	BIZ_SUBSCRIPTION_NOT_FOUND: [
		'The consumer group does not exist.',
		'Check the consumer group and the instance.',
	],
	BIZ_SUBSCRIPTION_ALREADY_EXISTS: [
		'A consumer group with this name already exists.',
		'Choose another name.',
	],
	BIZ_SUBSCRIPTION_EXISTED: [
		'A consumer group with this name already exists.',
		'Choose another name.',
	],
	BIZ_SUBSCRIPTION_TOO_MUCH: [
		'The instance has reached its consumer group limit.',
		'Delete consumer groups that are no longer needed, or upgrade the instance.',
	],
	BIZ_SUBSCRIPTION_CREATE_ERROR: [
		'The consumer group could not be created.',
		'Check the consumer groups, then try again.',
	],
	BIZ_SUBSCRIPTION_DELETE_ERROR: [
		'The consumer group could not be deleted.',
		'Check the consumer groups, then try again.',
	],
	'Group.Active': ['The consumer group has running consumers.', 'Stop its consumers first.'],
	BIZ_CONSUMER_GROUP_ACTIVE_ERROR: [
		'The consumer group has running consumers.',
		'Stop its consumers first.',
	],
	'GET.CONSUMER.PROGRESS.ERROR': [
		'The offsets of the consumer group cannot be read in the current status of the instance.',
		LATER,
	],
	'GET.CONSUMER.MISSING.ACCESS.KEY.ID': ['The request does not contain an access key.', KEYS],
	BIZ_FIND_CONSUMER_GROUP_INFO_ERROR: [
		'The service does not know the consumer group yet.',
		'A new consumer group is not known everywhere for some seconds. Try again.',
	],
	BIZ_RESET_OFFSET_ERROR: [
		'The offsets could not be reset.',
		'Stop the consumers of the group, check the topic and the partitions, and try again.',
	],
	BIZ_CONSUMER_NOT_ONLINE: [
		'The consumer group has no running consumer.',
		'Start a consumer of the group, or leave the group out.',
	],
	BIZ_CONSUMER_NEVER_RUNNING: [
		'The consumer group has never had a running consumer.',
		'Start a consumer of the group first.',
	],
	BIZ_SUBSCRIPTION_STATUS_ERROR: [
		'The status of the consumer group does not allow this.',
		'Stop its consumers, and try again when none is running.',
	],
	BIZ_SUBSCRIPTION_UPDATE_ERROR: [
		'The consumer group could not be changed.',
		'Check the consumer group, then try again.',
	],
	BIZ_UPDATE_SUBSCRIPTION_ERROR: [
		'The consumer group could not be changed.',
		'Check the consumer group, then try again.',
	],
	BIZ_CREATE_SUBSCRIPTION_ERROR: [
		'The consumer group could not be created.',
		'Check the consumer groups, then try again.',
	],
	BIZ_DELETE_SUBSCRIPTION_ERROR: [
		'The consumer group could not be deleted.',
		'Check the consumer groups, then try again.',
	],
	BIZ_GET_CONSUMER_CONNECTION_ERROR: [
		'The connections of the consumer group could not be read.',
		LATER,
	],
	BIZ_GET_CONSUMER_RUNNING_INFO_ERROR: [
		'The running consumers of the group could not be read.',
		LATER,
	],
	BIZ_GET_CONSUME_ACCUMULATE_ERROR: ['The lag of the consumer group could not be read.', LATER],
	BIZ_GET_CONSUME_STATUS_ERROR: ['The status of the consumer group could not be read.', LATER],
	BIZ_QUERY_CONSUME_TIMESPAN_ERROR: [
		'The time range that the group has read could not be found.',
		LATER,
	],
	BIZ_BROADCASTING_PULL_UNSUPPORT: [
		'Consumers that each read all messages do not support this.',
		'Use another consumer group.',
	],

	// Tags
	BIZ_TAG_RESOURCE_NOT_EXIST: [
		'The resource to tag does not exist.',
		'Check the IDs and the region.',
	],
	'BIZ.TagResource.NotSupported': ['This type of resource does not support tags.', 'Check its ID.'],
	BIZ_TAG_DUPLICATE_TAG_KEY: ['A tag key occurs twice.', 'Enter each key only once.'],
	BIZ_TAG_TAGKEY_NOT_VALID: ['A tag key is not valid.', 'Correct it.'],
	BIZ_TAG_TAGVALUE_NOT_VALID: ['A tag value is not valid.', 'Correct it.'],
	BIZ_TAG_REQUEST_TAG_NUM_EXCEED: ['Too many tags were given at once.', 'Enter at most 20.'],
	BIZ_TAG_REQUEST_RESOURCE_NUM_EXCEED: ['Too many IDs were given at once.', 'Enter fewer.'],
	BIZ_TAG_TAG_NUM_EXCEED: ['The resource would have too many tags.', 'Remove tags first.'],
	BIZ_TAG_RESOURCE_NUM_EXCEED: ['Too many resources would have tags.', 'Remove tags first.'],

	// SASL users and ACLs
	'Acl.AddSasl.Error': ['The SASL user could not be added.', 'Check the users, then try again.'],
	'Acl.DelSasl.Error': ['The SASL user could not be deleted.', 'Check the users, then try again.'],
	BIZ_SASL_USER_NOT_EXIST: ['The SASL user does not exist.', 'Check its name and its mechanism.'],
	BIZ_SASL_USER_NUM_EXCEED: [
		'The instance has reached its SASL user limit.',
		'Delete users that are no longer needed.',
	],
	'Acl.Disable.Error': [
		'Access control is off for this instance.',
		"First turn it on with the operation 'Update Configuration' of the instance.",
	],
	BIZ_ACL_NOT_ENABLED: [
		'Access control is off for this instance.',
		"First turn it on with the operation 'Update Configuration' of the instance.",
	],
	BIZ_CAN_NOT_ENABLE_ACL: [
		'Access control cannot be turned on for this instance.',
		'It requires a Professional Edition and version 2.2.0 or later.',
	],
	BIZ_UPDATE_ACL_FAILED: ['Access control could not be changed.', 'Check it, then try again.'],
	'Acl.DuplicatedAuth.Error': ['This permission already exists.', 'There is nothing to add.'],
	'Ldap.CreateAdminError': [
		'The administrator cannot be added or changed.',
		'Choose another user name.',
	],
	'Ldap.DeleteAdminError': ['The administrator cannot be deleted.', 'Choose another user.'],

	// Allowed addresses
	'WHITE.PARAM.ERROR': ['A parameter of the allowed addresses is not valid.', CORRECT],
	'WHITE.IP.ILLEGAL.ERROR': ['An address is not valid.', 'Enter IPv4 addresses or CIDR blocks.'],
	'WHITE.IP.ALREADY.EXISTS.ERROR': ['The address is already allowed.', 'There is nothing to add.'],
	'WHITE.IPLIST.OVERLONG.ERROR': [
		'There are too many allowed addresses.',
		'Combine addresses into CIDR blocks.',
	],
	WHITE_IP_LIST_OVERLONG_ERROR: [
		'There are too many allowed addresses.',
		'Combine addresses into CIDR blocks.',
	],
	'WHITE.OVER.LENGTH.ERROR': [
		'There are too many allowed addresses.',
		'Combine addresses into CIDR blocks.',
	],
	'WHITE.DELETE.ERROR': ['The address could not be removed.', 'Check the list, then try again.'],
	'Sts.NotFound': ['The allowed addresses of the instance were not found.', LATER],
	'ONS.GET.ALLOWEDIP.INTERNAL.ERROR': ['The allowed addresses could not be read in time.', LATER],
	'ONS.UPDATE.ALLOWEDIP.INTERNAL.ERROR': [
		'The allowed addresses could not be changed in time.',
		'Check the list before you run this again.',
	],

	// Messages
	BIZ_NO_MESSAGE: ['No message fits the query.', 'Check the partition, the offset, and the time.'],
	BIZ_QUERY_MESSAGE_ERROR: ['The messages could not be queried.', NARROW],
	'Topic.QueryMessageFail': ['The messages could not be queried.', NARROW],
	BIZ_TIME_SPAN_EMPTY: [
		'The time range is empty.',
		'Enter a time at which the topic has messages.',
	],
	BIZ_DOWNLOAD_MESSAGE_ERROR: ['The message could not be downloaded.', LATER],
	'Topic.DownloadMessageFail': ['The message could not be downloaded.', LATER],
	'Oss.NotFound': ['The message could not be downloaded.', LATER],
	'Oss.PublishFailed': ['The message could not be downloaded.', LATER],
	BIZ_SEND_MESSAGE_ERROR: ['The message could not be sent.', LATER],
	'Topic.SendFail': ['The message could not be sent.', LATER],
	BIZ_PUSH_MESSAGE_TO_CONSUMER_ERROR: ['The message could not be sent to the consumer.', LATER],
	BIZ_MESSAGE_TRACK_ERROR: ['The path of the message could not be read.', LATER],

	// Scaling plans of serverless instances
	'ServerlessPlan.InstanceNotMatch': [
		'The scaling plan belongs to another instance.',
		'Check the instance and the plan.',
	],
	'ServerlessPlan.IntervalInvalid': [
		'The interval of the scaling plan is not valid.',
		'Correct the times of the plan in the console.',
	],
	'ServerlessPlan.NameExist': [
		'A scaling plan with this name already exists.',
		'Choose another name.',
	],
	'ServerlessPlan.NotSupport.EnabledRuleExist': [
		'An active scaling plan does not allow this.',
		'Turn all scaling plans of the instance off first.',
	],
	'ServerlessPlan.NotSupport.StatusEnabled': [
		'An active scaling plan cannot be deleted.',
		'Turn it off first.',
	],
	'ServerlessPlan.TaskStatusNotSupport': [
		'The scaling plan is running or has finished.',
		'Wait until it has finished, or create another one.',
	],
};
