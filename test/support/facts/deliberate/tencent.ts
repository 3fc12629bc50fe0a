import type { Deliberate } from './deliberate';

/** Where the Tencent Cloud node differs from the facts on purpose, and why. */
const SOLD = 'what is sold changes, and the zone says what it is';
const NEW_WORDS = 'words that are new are passed on';
const PRESENT = 'without it, the build that runs is asked for and filled in';
const STABLE = 'unless it is chosen, pay-as-you-go instances are changed in the stable way';
const ALL_GONE = 'without a list, the service takes all entries away';
const NO_FILTER = 'a filter without both of them filters nothing';
const WEEKDAYS = 'by its description: numbers from 1 to 7 with commas';
const REGION_OF_ITEM = 'the region of the credential or the option, filled in by the envelope';
const ADDS = 'one that adds; an empty list is refused';
const REMOVES = 'one that removes; an empty list is refused';
const ONLY_SWITCHED = 'it only switches';
const IN_WORDS = 'the comment of the SDK lists them';
const WITHIN = 'it is required only within an object that may be left out';
const AS_CREATE = 'what is checked is what Create would send';
const A_TIME_TEXT =
	'a date and a time as the examples of the API have them; the service does not say what it takes of another form';
const A_DATE = 'a date in any form is taken, and what is none is refused';

export const tencent: Deliberate = {
	further: {
		'instance/checkBeforeCreate': [{ api: 'CreatePostPaidInstance' }],
		'instance/resize': [{ api: 'InstanceScalingDown' }, { api: 'DescribeInstanceAttributes' }],
		'instance/delete': [{ api: 'DeleteInstancePre' }],
		'consumerGroup/resetOffsets': [
			{ api: 'BatchModifyGroupOffsets', given: ['GroupName', 'TopicName', 'Partitions'] },
		],
		'message/getAll': [{ api: 'FetchMessageListByTimestamp' }],
	},
	differences: {
		// Times.
		'instance/update body.RebalanceTime: is stricter than the facts': A_DATE,
		'consumerGroup/resetOffsets body.ShiftTimestamp: is stricter than the facts': A_DATE,
		'instanceMaintenance/getTrafficRanking body.BeginDate: is stricter than the facts': A_DATE,
		'instanceMaintenance/getTrafficRanking body.BeginDate: has a limit or form that the facts do not have':
			A_DATE,
		'instanceMaintenance/getTrafficRanking body.EndDate: is stricter than the facts': A_DATE,
		'instanceMaintenance/getTrafficRanking body.EndDate: has a limit or form that the facts do not have':
			A_DATE,
		'instance/upgradeVersion body.DelayTimeStamp: has a limit or form that the facts do not have':
			A_TIME_TEXT,
		'route/delete body.DeleteRouteTime: has a limit or form that the facts do not have':
			A_TIME_TEXT,

		// One list of the API is several operations of the node.
		'instance/get body.InstanceId: is required': 'one instance, out of the list',
		'instance/get body.SearchWord: is missing': 'one instance, out of the list',
		'instance/get body.Status: is missing': 'one instance, out of the list',
		'instance/get body.Offset: is missing': 'one instance, out of the list',
		'instance/get body.Limit: is missing': 'one instance, out of the list',
		'instance/get body.TagKey: is missing': 'one instance, out of the list',
		'instance/get body.Filters: is missing': 'one instance, out of the list',
		'instance/get body.InstanceIds: is missing': 'one instance, out of the list',
		'instance/get body.InstanceIdList: is missing': 'one instance, out of the list',
		'instance/get body.TagList: is missing': 'one instance, out of the list',
		'instance/getConnection body.RouteId: is missing': 'put together from all routes',

		// What protects from a lost instance, or from buying another one than was meant.
		'instance/create body.InstanceName: is required':
			'by its name it is found again when the answer is lost',
		'instance/create body.ZoneId: is required':
			'the API wants it or ZoneIds, which has to contain it',
		'instance/createSubscription body.SpecificationsType: has the default "profession" instead of "standard"':
			'by the comment of the SDK only this one can be bought',

		// It has the form of Create, whose reasons these are.
		'instance/checkBeforeCreate body.CdcId: is missing': 'the zones of all clusters are looked at',
		'instance/checkBeforeCreate CreatePostPaidInstance body.InstanceName: is required': AS_CREATE,
		'instance/checkBeforeCreate CreatePostPaidInstance body.ZoneId: is required': AS_CREATE,
		'instance/checkBeforeCreate CreatePostPaidInstance body.KafkaVersion: takes a value that is none of its choices':
			AS_CREATE,
		'instance/checkBeforeCreate CreatePostPaidInstance body.KafkaVersion: does not offer 0.10.2':
			AS_CREATE,
		'instance/checkBeforeCreate CreatePostPaidInstance body.KafkaVersion: does not offer 1.1.1':
			AS_CREATE,
		'instance/checkBeforeCreate CreatePostPaidInstance body.KafkaVersion: does not offer 2.4.1':
			AS_CREATE,
		'instance/checkBeforeCreate CreatePostPaidInstance body.KafkaVersion: does not offer 2.4.2':
			AS_CREATE,
		'instance/checkBeforeCreate CreatePostPaidInstance body.KafkaVersion: does not offer 2.8.1':
			AS_CREATE,
		'instance/checkBeforeCreate CreatePostPaidInstance body.KafkaVersion: does not offer 3.2.3':
			AS_CREATE,
		'instance/checkBeforeCreate CreatePostPaidInstance body.KafkaVersion: has the default {"mode":"list","value":""} instead of "2.4.1"':
			AS_CREATE,
		'instance/checkBeforeCreate CreatePostPaidInstance body.SpecificationsType: takes a value that is none of its choices':
			AS_CREATE,
		'instance/checkBeforeCreate CreatePostPaidInstance body.DiskType: takes a value that is none of its choices':
			AS_CREATE,
		'instance/checkBeforeCreate CreatePostPaidInstance body.InstanceNum: begins at 1 instead of undefined':
			AS_CREATE,
		'instance/checkBeforeCreate CreatePostPaidInstance body.InstanceNum: ends at 10 instead of undefined':
			AS_CREATE,

		// What is sold changes: the zone says what it is, and more than is listed here can be bought.
		'* body.KafkaVersion: takes a value that is none of its choices': SOLD,
		'* body.KafkaVersion: does not offer 0.10.2': SOLD,
		'* body.KafkaVersion: does not offer 1.1.1': SOLD,
		'* body.KafkaVersion: does not offer 2.4.1': SOLD,
		'* body.KafkaVersion: does not offer 2.4.2': SOLD,
		'* body.KafkaVersion: does not offer 2.8.1': SOLD,
		'* body.KafkaVersion: does not offer 3.2.3': SOLD,
		'* body.KafkaVersion: has the default {"mode":"list","value":""} instead of "2.4.1"':
			'left out, the service takes 2.4.1; added, it is chosen',
		'* body.SpecificationsType: takes a value that is none of its choices': SOLD,
		'* body.DiskType: takes a value that is none of its choices': SOLD,
		'instance/getPrice body.InstanceType: takes a value that is none of its choices': SOLD,
		'instance/getPrice body.InquiryDiskParam.DiskType: takes a value that is none of its choices':
			SOLD,
		'instance/getPrice body.BillType: takes a value that is none of its choices': SOLD,
		'logService/checkKafka body.UserKafkaMeta.KafkaVersion: takes a value that is none of its choices':
			SOLD,
		'* body.RuleList: Operation takes a value that is none of its choices': NEW_WORDS,
		'* body.RuleList: PermissionType takes a value that is none of its choices': NEW_WORDS,
		'* body.InstanceNum: begins at 1 instead of undefined': 'none and fewer make no sense',
		'* body.InstanceNum: ends at 10 instead of undefined':
			'each is billed, and the number may come out of an expression or a model',

		// Filled in from what the instance runs.
		'instance/upgradeVersion body.SourceVersion: is not required': PRESENT,
		'instance/upgradeVersion body.SourceVersion: may be left out': PRESENT,
		'instance/upgradeVersion body.SourceVersion: has no mark that it is required': PRESENT,

		// Where the request is for.
		'tag/getAll body.ResourceRegion: is missing': REGION_OF_ITEM,
		'tag/getAll body.ResourceRegion: is mandatory': REGION_OF_ITEM,

		// One operation of the API is several operations of the node.
		'tag/add body.ReplaceTags: is required': ADDS,
		'tag/add body.DeleteTags: is missing': ADDS,
		'tag/remove body.DeleteTags: is required': REMOVES,
		'tag/remove body.ReplaceTags: is missing': REMOVES,

		// One operation of the API is several operations of the node.
		'logImport/update body.StatusControl: is missing':
			'pausing and starting are operations of their own',
		'logImport/pause body.Name: is missing': ONLY_SWITCHED,
		'logImport/pause body.KafkaType: is missing': ONLY_SWITCHED,
		'logImport/pause body.KafkaInstance: is missing': ONLY_SWITCHED,
		'logImport/pause body.ServerAddr: is missing': ONLY_SWITCHED,
		'logImport/pause body.IsEncryptionAddr: is missing': ONLY_SWITCHED,
		'logImport/pause body.Protocol: is missing': ONLY_SWITCHED,
		'logImport/pause body.UserKafkaTopics: is missing': ONLY_SWITCHED,
		'logImport/pause body.ConsumerGroupName: is missing': ONLY_SWITCHED,
		'logImport/pause body.LogRechargeRule: is missing': ONLY_SWITCHED,
		'logImport/pause body.UserKafkaMeta: is missing': ONLY_SWITCHED,
		'logImport/start body.Name: is missing': ONLY_SWITCHED,
		'logImport/start body.KafkaType: is missing': ONLY_SWITCHED,
		'logImport/start body.KafkaInstance: is missing': ONLY_SWITCHED,
		'logImport/start body.ServerAddr: is missing': ONLY_SWITCHED,
		'logImport/start body.IsEncryptionAddr: is missing': ONLY_SWITCHED,
		'logImport/start body.Protocol: is missing': ONLY_SWITCHED,
		'logImport/start body.UserKafkaTopics: is missing': ONLY_SWITCHED,
		'logImport/start body.ConsumerGroupName: is missing': ONLY_SWITCHED,
		'logImport/start body.LogRechargeRule: is missing': ONLY_SWITCHED,
		'logImport/start body.UserKafkaMeta: is missing': ONLY_SWITCHED,

		// What the comments of the SDK list in words.
		'* body.Protocol.Protocol: is a choice although the facts list no values': IN_WORDS,
		'* body.Protocol.Mechanism: is a choice although the facts list no values': IN_WORDS,
		'* body.UserKafkaMeta.KafkaVersion: is a choice although the facts list no values': SOLD,
		'* body.UserKafkaMeta.KafkaVersion: is not required': WITHIN,
		'* body.UserKafkaMeta.KafkaVersion: may be left out': WITHIN,
		'* body.UserKafkaMeta.KafkaVersion: has no mark that it is required': WITHIN,
		'logImport/update body.LogRechargeRule.RechargeType: is not required': WITHIN,
		'logImport/update body.LogRechargeRule.RechargeType: may be left out': WITHIN,
		'logImport/update body.LogRechargeRule.RechargeType: has no mark that it is required': WITHIN,
		'logImport/preview body.LogRechargeRule.RechargeType: is not required': WITHIN,
		'logImport/preview body.LogRechargeRule.RechargeType: may be left out': WITHIN,
		'logImport/update body.LogRechargeRule.EncodingFormat: is not required': WITHIN,
		'logImport/update body.LogRechargeRule.EncodingFormat: may be left out': WITHIN,
		'logImport/update body.LogRechargeRule.EncodingFormat: has no mark that it is required': WITHIN,
		'logImport/preview body.LogRechargeRule.EncodingFormat: is not required': WITHIN,
		'logImport/preview body.LogRechargeRule.EncodingFormat: may be left out': WITHIN,
		'logImport/update body.LogRechargeRule.DefaultTimeSwitch: is not required': WITHIN,
		'logImport/update body.LogRechargeRule.DefaultTimeSwitch: may be left out': WITHIN,
		'logImport/update body.LogRechargeRule.DefaultTimeSwitch: has no mark that it is required':
			WITHIN,
		'logImport/preview body.LogRechargeRule.DefaultTimeSwitch: is not required': WITHIN,
		'logImport/preview body.LogRechargeRule.DefaultTimeSwitch: may be left out': WITHIN,

		'logShipping/pause body.NeedContent: is missing': ONLY_SWITCHED,
		'logShipping/pause body.Content: is missing': ONLY_SWITCHED,
		'logShipping/pause body.Ckafka: is missing': ONLY_SWITCHED,
		'logShipping/pause body.Compression: is missing': ONLY_SWITCHED,
		'logShipping/pause body.RoleArn: is missing': ONLY_SWITCHED,
		'logShipping/pause body.ExternalId: is missing': ONLY_SWITCHED,
		'logShipping/pause body.AdvancedConfig: is missing': ONLY_SWITCHED,
		'logShipping/pause body.DSLFilter: is missing': ONLY_SWITCHED,
		'logShipping/resume body.NeedContent: is missing': ONLY_SWITCHED,
		'logShipping/resume body.Content: is missing': ONLY_SWITCHED,
		'logShipping/resume body.Ckafka: is missing': ONLY_SWITCHED,
		'logShipping/resume body.Compression: is missing': ONLY_SWITCHED,
		'logShipping/resume body.RoleArn: is missing': ONLY_SWITCHED,
		'logShipping/resume body.ExternalId: is missing': ONLY_SWITCHED,
		'logShipping/resume body.AdvancedConfig: is missing': ONLY_SWITCHED,
		'logShipping/resume body.DSLFilter: is missing': ONLY_SWITCHED,
		'* body.Content: TimestampAccuracy is a choice although the facts list no values': IN_WORDS,
		'* body.Filters: Key is a choice although the facts list no values': IN_WORDS,
		'logShipping/update body.Ckafka.InstanceId: is not required': WITHIN,
		'logShipping/update body.Ckafka.InstanceId: may be left out': WITHIN,
		'logShipping/update body.Ckafka.InstanceId: has no mark that it is required': WITHIN,
		'logShipping/update body.Ckafka.TopicName: is not required': WITHIN,
		'logShipping/update body.Ckafka.TopicName: may be left out': WITHIN,
		'logShipping/update body.Ckafka.TopicName: has no mark that it is required': WITHIN,
		'logShipping/update body.Effective: is required':
			'without it, the service switches the shipping off',
		'logShipping/update body.Effective: has the default true instead of false':
			'without it, the service switches the shipping off',

		// Two sites, two defaults.
		'instance/createSubscription body.DiskType: has the default "CLOUD_BASIC" instead of "CLOUD_PREMIUM"':
			'one list for both ways of buying, see above',

		// What the node does itself.
		'logService/checkKafka none.whenUnreachable: is not sent':
			'whether a Kafka that cannot be reached is an item or an error',

		// One operation of the node is two of the API.
		'instance/delete none.alsoSubscriptions: is not sent': 'which of two operations is sent',
		'message/getAll none.startBy: is not sent': 'which of two operations is sent',
		'message/getAll body.Offset: is not required': 'an offset or a time is required',
		'message/getAll body.Offset: may be left out': 'an offset or a time is required',
		'consumerGroup/resetOffsets body.PartitionOffsets: is invented':
			'becomes Partitions of BatchModifyGroupOffsets',
		'consumerGroup/resetOffsets body.Strategy: offers the invented 3':
			'stands for BatchModifyGroupOffsets, which has no strategies',
		'instance/resize InstanceScalingDown body.UpgradeStrategy: is not required': STABLE,
		'instance/resize InstanceScalingDown body.UpgradeStrategy: may be left out': STABLE,
		'instance/resize InstanceScalingDown body.UpgradeStrategy: has no mark that it is required':
			STABLE,

		'message/getAll FetchMessageListByTimestamp body.Partition: is required':
			'what applies without it is not documented',
		'message/getAll FetchMessageListByTimestamp body.StartTime: is stricter than the facts': A_DATE,
		'instance/resize InstanceScalingDown body.DiskSize: begins at 100 instead of undefined':
			'sizes go in steps of 100',
		'throttlingRule/update body.ThrottleRuleId: begins at undefined instead of 0':
			'a list has no bounds in the form; what is entered is checked',

		// An absent list deletes or detaches all.
		'route/setAllowedAddresses body.IpWhitelist: is required': ALL_GONE,
		'route/setAllowedAddresses body.IpWhitelist: CidrBlock is required':
			'an entry without it is none',
		'routeSecurityGroup/set body.SecurityGroupIds: is required': ALL_GONE,

		// What a request would be of no use without.
		'routeSecurityGroup/getAll body.Filters: Name is required': NO_FILTER,
		'routeSecurityGroup/getAll body.Filters: Values is required': NO_FILTER,
		'throttlingRule/update body.ConsumeThrottle: is required': 'nothing else can be changed',
		'instanceMaintenance/setAutomaticMaintenance body.Status: is required':
			'0 is on: never left to a default',

		// Documented by examples only.
		'instanceMaintenance/setAutomaticMaintenance body.MaintenanceType: takes a value that is none of its choices':
			NEW_WORDS,
		'instanceMaintenance/setAutomaticMaintenance body.MaintenanceSubtype: is a choice although the facts list no values':
			'the known ones of words that no page lists in whole',
		'instanceMaintenance/setAutomaticMaintenance body.Week: is stricter than the facts': WEEKDAYS,
		'instanceMaintenance/setAutomaticMaintenance body.Week: has a limit or form that the facts do not have':
			WEEKDAYS,
		'instanceMaintenance/getResizeEffect body.DiskType: is a choice although the facts list no values':
			'the disk types of orders, and others are passed on',

		// What protects from reaching more than was meant.
		'consumerGroup/resetOffsets body.Topics: is not required':
			'chosen ones are required; all are read from the group and named',
		'consumerGroup/resetOffsets body.Topics: may be left out':
			'chosen ones are required; all are read from the group and named',
		'consumerGroup/resetOffsets none.topicScope: is not sent': 'all topics, or chosen ones',
		'* body.Principal: is required': 'everyone would be meant without it',
		'* body.Principal: has the default {"mode":"list","value":""} instead of "User:*"':
			'everyone is chosen, never taken for granted',
		'user/create body.Password: is required': 'nobody can sign in without one',
		'message/getAll body.SinglePartitionRecordNumber: begins at 1 instead of undefined':
			'none and fewer make no sense',

		// The cluster needs no name: an empty one is sent for it.
		'acl/delete body.ResourceName: is not required': 'required for topics and groups only',
		'acl/delete body.ResourceName: may be left out': 'required for topics and groups only',
		'acl/delete body.ResourceName: has no mark that it is required':
			'required for topics and groups only',
	},
};
