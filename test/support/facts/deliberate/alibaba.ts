import type { Deliberate } from './deliberate';

/** Where the Alibaba Cloud node differs from the facts on purpose, and why. */
export const alibaba: Deliberate = {
	further: {
		'instance/checkBeforeCreate': [
			{ api: 'CreatePostPayInstance', given: ['RegionId', 'DiskType', 'ServerlessConfig', 'Tag'] },
			{
				api: 'StartInstance',
				given: [
					'InstanceId',
					'DeployModule',
					'IsEipInner',
					'CrossZone',
					'SelectedZones',
					'IsForceSelectedZones',
					'VSwitchIds',
					'Notifier',
					'UserPhoneNum',
					'Username',
					'Password',
					'IsSetUserAndPassword',
					'ServiceVersion',
					'Config',
				],
			},
		],
		'instance/createAndDeploy': [
			{ api: 'GetInstanceList', given: ['InstanceId', 'ResourceGroupId', 'Series', 'Tag'] },
			{ api: 'StartInstance', given: ['InstanceId', 'DeployModule', 'IsEipInner'] },
		],
		'acl/getAll': [{ api: 'DescribeAclResourceName' }, { api: 'DescribeSaslUsers' }],
		'instanceMaintenance/downgrade': [{ api: 'DowngradePrePayOrder', given: ['PaidType'] }],
		'scalingRule/delete': [{ api: 'ModifyScheduledScalingRule', given: ['Enable'] }],
		'instance/deleteCompletely': [{ api: 'DeleteInstance', given: ['InstanceId'] }],
	},
	differences: {
		// What the node does itself.
		'* none.nameStart: is not sent': 'the API cannot filter by the beginning of a name',
		'consumerGroup/resetOffsets query.Scope: is invented':
			'never sent: all topics are an empty topic to the API, which only this choice may give',
		'consumerGroup/resetOffsets query.Topic: is not required': 'only asked for where one is chosen',
		'consumerGroup/resetOffsets query.Topic: may be left out':
			'sent empty when all topics were chosen',
		'consumerGroup/resetOffsets query.ResetType: is required':
			'from where a group goes on must be said',
		'consumerGroup/resetOffsets query.ResetType: has the default "earliest" instead of "timestamp"':
			'a choice of four instead of a type and numbers with a meaning',
		'consumerGroup/resetOffsets query.ResetType: does not offer timestamp':
			'sent for the earliest and the latest message and for a time',
		'consumerGroup/resetOffsets query.ResetType: offers the invented earliest':
			'sent as the time -2',
		'consumerGroup/resetOffsets query.ResetType: offers the invented latest': 'sent as the time -1',
		'consumerGroup/resetOffsets query.ResetType: offers the invented time': 'sent as timestamp',
		'consumerGroup/resetOffsets query.Time: takes no valid value':
			'it is filled in for the earliest and the latest message',
		'consumerGroup/resetOffsets query.Time: refuses "-1"': 'sent for the latest message',

		'instance/checkBeforeCreate query.OrderId: is missing': 'reads all instances',
		'instance/checkBeforeCreate query.InstanceId: is missing': 'reads all instances',
		'instance/checkBeforeCreate query.Tag: is missing': 'reads all instances',
		'instance/checkBeforeCreate query.Series: is missing': 'reads all instances',
		'instance/checkBeforeCreate CreatePostPayInstance query.PaidType: offers the invented 0':
			'a subscription, which is ordered by CreatePrePayInstance',
		'instance/checkBeforeCreate CreatePostPayInstance query.SpecType: takes a value that is none of its choices':
			'editions that are not known are passed on',
		'instance/checkBeforeCreate StartInstance query.Name: has a limit or form that the facts do not have':
			'as for renaming: what is longer is cut by the service',
		'instance/createAndDeploy query.PaidType: offers the invented 0':
			'a subscription, which is ordered by CreatePrePayInstance',
		'instance/get query.OrderId: is missing': 'looks for one instance',
		'instance/get query.Tag: is missing': 'looks for one instance',
		'instance/get query.InstanceId: is required': 'looks for one instance',
		'instance/getConnection query.OrderId: is missing': 'looks for one instance',
		'instance/getConnection query.Tag: is missing': 'looks for one instance',
		'instance/getConnection query.InstanceId: is required': 'looks for one instance',
		'tag/getAll query.NextToken: is missing': 'all pages are read',
		'* query.ResourceType: is a choice although the facts list no values':
			'the facts have the three kinds as a pattern, in any case',
		'instance/deploy query.Name: has a limit or form that the facts do not have':
			'as for renaming: what is longer is cut by the service',
		'instance/createAndDeploy StartInstance query.Name: has a limit or form that the facts do not have':
			'as for renaming: what is longer is cut by the service',

		'instance/deploy query.SelectedZones: takes no valid value':
			'a form with a list of primary and one of secondary zones stands for two lists in a list',
		'instance/deploy query.SelectedZones: has the invented column primary':
			'a form with a list of primary and one of secondary zones stands for two lists in a list',
		'instance/deploy query.SelectedZones: has the invented column secondary':
			'a form with a list of primary and one of secondary zones stands for two lists in a list',
		'instance/createAndDeploy StartInstance query.SelectedZones: takes no valid value':
			'a form with a list of primary and one of secondary zones stands for two lists in a list',
		'instance/createAndDeploy StartInstance query.SelectedZones: has the invented column primary':
			'a form with a list of primary and one of secondary zones stands for two lists in a list',
		'instance/createAndDeploy StartInstance query.SelectedZones: has the invented column secondary':
			'a form with a list of primary and one of secondary zones stands for two lists in a list',
		// The cloud has more of these from time to time, and says itself which it takes.
		'* query.SpecType: takes a value that is none of its choices': 'new editions are passed on',
		'* query.ServiceVersion: takes a value that is none of its choices':
			'new versions are passed on',
		'instance/createAndDeploy StartInstance query.ServiceVersion: takes a value that is none of its choices':
			'new versions are passed on',
		'* query.TargetVersion: takes a value that is none of its choices':
			'new versions are passed on',
		'* query.AclResourceType: takes a value that is none of its choices': 'new words are passed on',
		'* query.AclResourcePatternType: takes a value that is none of its choices':
			'new words are passed on',
		'* query.AclOperationType: takes a value that is none of its choices':
			'new words are passed on',
		'* query.AclPermissionType: takes a value that is none of its choices':
			'new words are passed on',
		'* query.Type: takes a value that is none of its choices': 'new words are passed on',
		'* query.Mechanism: takes a value that is none of its choices': 'new words are passed on',

		'* query.Mechanism: has the default "SCRAM-SHA-256" instead of "SCRAM-SHA-512"':
			'the mechanism of all instances but serverless ones, and always sent',
		// Newer operations and parameters.
		'* query.Series: takes a value that is none of its choices': 'new series are passed on',
		'instance/get query.ResourceGroupId: is missing': 'looks for one instance',
		'instance/get query.Series: is missing': 'looks for one instance',
		'instance/getConnection query.ResourceGroupId: is missing': 'looks for one instance',
		'instance/getConnection query.Series: is missing': 'looks for one instance',
		'instanceMaintenance/createByOrder query.PartitionNum: begins at undefined instead of 1':
			'0 is not sent',
		'instanceMaintenance/createByOrder query.PartitionNum: takes 0': '0 is not sent',
		'instanceMaintenance/createByOrder query.TopicQuota: begins at 1 instead of undefined':
			'nothing is ordered with 0',
		'instanceMaintenance/createSubscriptionByOrder query.PartitionNum: begins at undefined instead of 1':
			'0 is not sent',
		'instanceMaintenance/createSubscriptionByOrder query.PartitionNum: takes 0': '0 is not sent',
		'instanceMaintenance/createSubscriptionByOrder query.TopicQuota: begins at 1 instead of undefined':
			'nothing is ordered with 0',
		'acl/getAll query.AclResourceName: is not required':
			'without it, the node reads all that there are',
		'acl/getAll query.AclResourceName: may be left out':
			'without it, the node reads all that there are',
		'acl/getAll query.AclResourceName: has no mark that it is required':
			'without it, the node reads all that there are',
		'acl/getAll query.AclResourceType: is not required':
			'without it, the node reads all that there are',
		'acl/getAll query.AclResourceType: may be left out':
			'without it, the node reads all that there are',
		'acl/getAll query.AclResourceType: has no mark that it is required':
			'without it, the node reads all that there are',
		'acl/getAll query.Username: is not required': 'without it, the node reads all that there are',
		'acl/getAll query.Username: may be left out': 'without it, the node reads all that there are',
		'acl/getAll query.Username: has no mark that it is required':
			'without it, the node reads all that there are',
		'acl/getAll DescribeAclResourceName query.AclResourcePatternType: is not required':
			'without it, the node asks for each',
		'acl/getAll DescribeAclResourceName query.AclResourcePatternType: may be left out':
			'without it, the node asks for each',
		'acl/getAll DescribeAclResourceName query.AclResourcePatternType: has no mark that it is required':
			'without it, the node asks for each',
		'acl/getAll DescribeAclResourceName query.AclResourcePatternType: takes a value that is none of its choices':
			'new words are passed on',
		'acl/getAll DescribeAclResourceName query.AclResourceType: is not required':
			'without it, the node asks for each',
		'acl/getAll DescribeAclResourceName query.AclResourceType: may be left out':
			'without it, the node asks for each',
		'acl/getAll DescribeAclResourceName query.AclResourceType: has no mark that it is required':
			'without it, the node asks for each',
		'acl/getAll DescribeAclResourceName query.AclResourceType: takes a value that is none of its choices':
			'new words are passed on',
		'instanceMaintenance/getRisks none.riskLevels: is not sent': 'the API filters nothing',
		'instanceMaintenance/getRisks none.riskStatuses: is not sent': 'the API filters nothing',
		'instanceMaintenance/getClients query.EndTime: is not required': 'the last hour by default',
		'instanceMaintenance/getClients query.EndTime: may be left out': 'the last hour by default',
		'instanceMaintenance/getClients query.EndTime: has no mark that it is required':
			'the last hour by default',
		'instanceMaintenance/getClients query.EndTime: is stricter than the facts':
			'a date in any form is taken, and what is none is refused',
		'instanceMaintenance/getClients query.StartTime: is not required': 'the last hour by default',
		'instanceMaintenance/getClients query.StartTime: may be left out': 'the last hour by default',
		'instanceMaintenance/getClients query.StartTime: has no mark that it is required':
			'the last hour by default',
		'instanceMaintenance/getClients query.StartTime: is stricter than the facts':
			'a date in any form is taken, and what is none is refused',
		'scalingRule/create query.FirstScheduledTime: is stricter than the facts':
			'a date in any form is taken, and what is none is refused',
		'scalingRule/delete none.turnOffFirst: is not sent': 'another request of the node',
		'instanceMaintenance/setAutoTopicCreation query.UpdatePartition: is missing':
			'follows from what is set',
		'instanceMaintenance/setAutoTopicCreation query.Operate: is required':
			'without it, nothing would be said',
		'instanceMaintenance/downgrade query.DiskSize: begins at 1 instead of undefined':
			'nothing is less',
		'instanceMaintenance/downgrade query.EipMax: begins at 0 instead of undefined':
			'nothing is less',
		'instanceMaintenance/downgrade query.PartitionNum: begins at 1 instead of undefined':
			'nothing is less',
		'instanceMaintenance/downgrade query.TopicQuota: begins at 1 instead of undefined':
			'nothing is less',
		'instanceMaintenance/downgrade query.SpecType: is a choice although the facts list no values':
			'the editions of the upgrades',
		'instanceMaintenance/downgrade DowngradePrePayOrder query.DiskSize: begins at 1 instead of undefined':
			'nothing is less',
		'instanceMaintenance/downgrade DowngradePrePayOrder query.EipMax: begins at 0 instead of undefined':
			'nothing is less',
		'instanceMaintenance/downgrade DowngradePrePayOrder query.PartitionNum: begins at 1 instead of undefined':
			'nothing is less',
		'instanceMaintenance/downgrade DowngradePrePayOrder query.TopicQuota: begins at 1 instead of undefined':
			'nothing is less',
		'instanceMaintenance/downgrade DowngradePrePayOrder query.SpecType: is a choice although the facts list no values':
			'the editions of the upgrades',
		'instanceMaintenance/downgrade query.ServerlessConfig: ReservedPublishCapacity is required':
			'as for the upgrades',
		'instanceMaintenance/downgrade query.ServerlessConfig: ReservedSubscribeCapacity is required':
			'as for the upgrades',
		'* query.AclOperationTypes: takes "Write;Read"': 'new words are passed on',
		'* query.AclOperationTypes: takes "Write Read"': 'new words are passed on',
		// n8n fills in every column of a form, so that 0 and the empty text leave one out.
		'topic/create query.Config: replications begins at 0 instead of 1': '0 is not sent',
		'topic/create query.Config: replications takes 0': '0 is not sent',
		'topic/create query.Config: retention.ms begins at 0 instead of 3600000': '0 is not sent',
		'topic/create query.Config: retention.hours begins at 0 instead of 24': '0 is not sent',
		'topic/create query.Config: max.message.bytes begins at 0 instead of 1048576': '0 is not sent',
		'topic/create query.Config: message.timestamp.type offers the invented ': 'is not sent',
		'instance/deploy query.DeployModule: is required':
			'reserved instances need it, and the others take it',
		'instance/deploy query.Password: is given twice':
			'of the first user of a reserved instance, or of a Confluent instance',
		'* query.Config: kafka.offsets.retention.minutes is missing':
			'sent for the same setting of serverless instances',
		'instance/createAndDeploy StartInstance query.Config: kafka.offsets.retention.minutes is missing':
			'reserved instances have it by themselves',
		'instance/upgradeSubscription query.PaidType: is missing': 'follows from what is enlarged',
		// Rules that hold for new things, not for existing ones, or that newer editions have relaxed.
		'consumerGroup/resetOffsets query.ConsumerId: takes "ab.cd"':
			'which groups exist is for the API to say',
		'consumerGroup/resetOffsets query.ConsumerId: takes "ab cd"':
			'which groups exist is for the API to say',
		'consumerGroup/resetOffsets query.ConsumerId: takes "Äbc"':
			'which groups exist is for the API to say',
		'consumerGroup/resetOffsets query.ConsumerId: takes 65 characters':
			'refused by the check of the operation',
		'consumerGroup/resetOffsets query.ConsumerId: takes 2 characters':
			'which groups exist is for the API to say',
		'consumerGroup/resetOffsets query.Topic: takes "ab"':
			'which topics exist is for the API to say',
		'consumerGroup/resetOffsets query.Topic: takes "ab.cd"':
			'which topics exist is for the API to say',
		'consumerGroup/resetOffsets query.Topic: takes 65 characters':
			'refused by the check of the operation',

		// The facts allow what makes no sense or what the service refuses.
		'allowedIp/update query.AllowedListIp: is stricter than the facts': 'addresses are IPv4',
		'allowedIp/update query.AllowedListIp: has a limit or form that the facts do not have':
			'addresses are IPv4',
		'topic/addPartitions query.AddPartitionNum: ends at 359 instead of undefined':
			'a topic has one partition at least and 360 at most',
		'topic/deleteMany query.Topics: is required': 'without topics there is nothing to delete',
		'topic/updateRemark query.Remark: is required': 'without it there is nothing to change',
		'topic/queryMessages query.BeginTime: is stricter than the facts':
			'a date in any form is taken, and what is none is refused',
		'* query.Offsets: Partition is required': 'a partition is told by its number',
		'* query.Offsets: Partition begins at 0 instead of undefined':
			'a partition is told by its number',
		'* query.Offsets: Offset is required': 'without it there is nothing to set',
		'* query.Offsets: Offset begins at 0 instead of undefined': 'offsets count from 0',
	},
};
