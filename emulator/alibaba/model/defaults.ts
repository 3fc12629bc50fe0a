import type { Group, SaslUser, Topic } from './contents';
import type { Deployment, Instance, Specification } from './instance';

/** Settings of an instance nothing was said about. */
export const DEFAULT_CONFIG: Readonly<Record<string, string>> = {
	'enable.vpc_sasl_ssl': 'false',
	'enable.acl': 'false',
	'kafka.log.retention.hours': '72',
	'kafka.message.max.bytes': '1048576',
};

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
export function undeployed(name: string): Deployment {
	return {
		name,
		vpcId: '',
		vSwitchId: '',
		zoneId: '',
		securityGroup: '',
		version: '',
		oldBuild: false,
		config: { ...DEFAULT_CONFIG },
	};
}

/** What an instance to start with was deployed as, when nothing else is said. */
export function deployed(name: string): Deployment {
	return {
		...undeployed(name),
		vpcId: 'vpc-bp1emulator0000000000',
		vSwitchId: 'vsw-bp1emulator0000000000',
		zoneId: 'zoneh',
		securityGroup: 'sg-bp1emulator0000000000',
		version: '2.2.0',
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

/** A consumer group without consumers and offsets unless they are given. */
export function newGroup(given: Partial<Group> & { name: string }): Group {
	return { remark: '', active: false, topics: [], offsets: [], tags: [], ...given };
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
