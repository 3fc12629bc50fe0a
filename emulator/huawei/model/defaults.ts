import { DEFAULT_WINDOW, zonesOf } from './catalogue';
import type { Group, Topic, User } from './contents';
import type { DiskExpansion, InstanceSettings } from './instance';

/** A topic with the service's defaults for whatever is not given. */
export function newTopic(given: Partial<Topic> & { name: string }): Topic {
	return {
		partition: 3,
		replication: 3,
		retentionTime: 72,
		syncReplication: false,
		syncMessageFlush: false,
		configs: {},
		description: '',
		createdAt: 0,
		type: 0,
		policies: {},
		logs: [],
		producers: [],
		...given,
	};
}

/** A consumer group without members and offsets unless they are given, which stay the giver's own. */
export function newGroup(given: Partial<Group> & { name: string }): Group {
	return { description: '', createdAt: 0, members: [], offsets: [], ...structuredClone(given) };
}

/** A user with the service's defaults for whatever is not given. */
export function newUser(given: Partial<User> & { name: string }): User {
	return {
		password: '',
		description: '',
		role: 'guest',
		defaultApp: false,
		createdAt: 0,
		...given,
	};
}

/** What an instance is ordered with when nothing else is said. */
export function defaultSettings(region: string, ssl: boolean): Omit<InstanceSettings, 'name'> {
	return {
		description: '',
		engineVersion: '2.7',
		productId: 'c6.2u4g.cluster',
		brokerNum: 3,
		storageSpace: 300,
		storageSpecCode: 'dms.physical.storage.ultra.v2',
		vpcId: '1a2b3c4d-0000-4000-8000-00000000a001',
		subnetId: '1a2b3c4d-0000-4000-8000-00000000a002',
		securityGroupId: '1a2b3c4d-0000-4000-8000-00000000a003',
		availableZones: [zonesOf(region)[0].id],
		maintainBegin: `${DEFAULT_WINDOW.begin}:00:00`,
		maintainEnd: `${DEFAULT_WINDOW.end}:00:00`,
		enablePublicIp: false,
		publicIpIds: [],
		sslEnable: false,
		securityProtocol: ssl ? 'SASL_SSL' : 'PLAINTEXT',
		saslMechanisms: ssl ? ['SCRAM-SHA-512'] : [],
		portProtocol: {
			private_plain_enable: !ssl,
			private_sasl_ssl_enable: ssl,
			private_sasl_plaintext_enable: false,
			public_plain_enable: false,
			public_sasl_ssl_enable: false,
			public_sasl_plaintext_enable: false,
		},
		accessUser: ssl ? 'admin-user' : '',
		retentionPolicy: 'produce_reject',
		ipv6Enable: false,
		diskEncrypted: false,
		diskEncryptedKey: '',
		connectorEnable: false,
		enableAutoTopic: false,
		enterpriseProjectId: '0',
		vpcClientPlain: false,
		prePaid: false,
	};
}

/** Disks that do not grow by themselves. */
export const NO_EXPANSION: Readonly<DiskExpansion> = {
	auto_volume_expand_enable: false,
	expand_threshold: 80,
	expand_increment: 10,
	max_volume_size: 0,
};
