import type { Group, SaslUser, Topic } from './contents';
import type { Deployment, Instance, Specification } from './instance';
import { isConfluent, isServerless } from './series';

/** Settings of a reserved instance nothing was said about, as recorded ones show them. */
const RESERVED_CONFIG: Readonly<Record<string, string>> = {
	'enable.vpc_sasl_ssl': 'false',
	'enable.acl': 'false',
	'kafka.log.retention.hours': '72',
	'kafka.message.max.bytes': '1048576',
	'kafka.offsets.retention.minutes': '10080',
	'kafka.ssl.bit': '4096',
	'enable.compact': 'true',
	'message.timestamp.type': 'CreateTime',
	'message.timestamp.difference.max.ms': '9223372036854775807',
};

/** The same of a serverless instance, whose settings have no prefix. */
const SERVERLESS_CONFIG: Readonly<Record<string, string>> = {
	'auto.create.topics.enable': 'true',
	'enable.acl': 'false',
	'enable.vpc_sasl_ssl': 'false',
	'kafka.ssl.bit': '4096',
	'log.retention.hours': '72',
	'message.max.bytes': '1048576',
	'num.partitions': '3',
	'offsets.retention.minutes': '10080',
};

/** Settings of an instance nothing was said about, by its series. */
export const defaultConfig = (instance: Pick<Instance, 'paidType'>): Record<string, string> => ({
	...(isServerless(instance) ? SERVERLESS_CONFIG : RESERVED_CONFIG),
});

/** Version that an instance runs when nothing else is asked for, by its series. */
export const defaultVersion = (instance: Pick<Instance, 'paidType'>): string =>
	isServerless(instance) ? '3.3.1' : isConfluent(instance) ? '7.4.0' : '2.2.0';

/** What an instance to start with was bought as, when nothing else is said. */
export const DEFAULT_SPECIFICATION: Readonly<Specification> = {
	paidType: 1,
	deployType: 5,
	specType: 'professional',
	ioMax: 20,
	ioMaxSpec: 'alikafka.hw.2xlarge',
	diskType: 1,
	diskSize: 900,
	eipMax: 0,
	topicQuota: 50,
	partitionNum: 0,
	resourceGroupId: 'rg-default',
};

/** An instance that was not deployed yet. */
export function undeployed(name: string, paidType: number): Deployment {
	return {
		name,
		vpcId: '',
		vSwitchId: '',
		zoneId: '',
		securityGroup: '',
		version: '',
		oldBuild: false,
		config: defaultConfig({ paidType }),
	};
}

/** What an instance to start with was deployed as, when nothing else is said. */
export function deployed(name: string, paidType: number): Deployment {
	return {
		...undeployed(name, paidType),
		vpcId: 'vpc-bp1emulator0000000000',
		vSwitchId: 'vsw-bp1emulator0000000000',
		zoneId: 'zoneh',
		securityGroup: 'sg-bp1emulator0000000000',
		version: defaultVersion({ paidType }),
	};
}

/** A topic with the service's defaults for whatever is not given. */
export function newTopic(given: Partial<Topic> & { name: string }): Topic {
	return {
		remark: given.name,
		partitions: 12,
		local: false,
		compact: false,
		createdAt: 0,
		readyFrom: 0,
		deleting: false,
		config: {},
		tags: [],
		logs: [],
		...given,
	};
}

/** A consumer group without consumers and offsets unless they are given, which stay the giver's own. */
export function newGroup(given: Partial<Group> & { name: string }): Group {
	return {
		remark: '',
		active: false,
		topics: [],
		offsets: [],
		tags: [],
		rebalances: [],
		...structuredClone(given),
	};
}

/** A plain user unless something else is given. */
export function newUser(given: Partial<SaslUser> & { name: string }): SaslUser {
	return { password: '', type: 'plain', ...given };
}

/** The lists of an instance as it is deployed: everything is let in. */
export function defaultLists({ deployType }: Pick<Instance, 'deployType'>): Instance['allowed'] {
	const lists: Instance['allowed'] = { 'vpc 9092/9092': ['0.0.0.0/0'] };
	if (deployType === 4) lists['internet 9093/9093'] = ['0.0.0.0/0'];
	return lists;
}
