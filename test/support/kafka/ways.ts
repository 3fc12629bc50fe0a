import type { IDataObject } from 'n8n-workflow';

import type { Emulator } from '../../../emulator';
import type { VendorName } from '../clouds';

/** The ways in that the clouds can open, each with what the vendor's pages say of it. */

/** One of them. */
export interface Way {
	cloud: VendorName;
	/** As Get Connection Settings calls it. */
	network: string;
	securityProtocol: 'PLAINTEXT' | 'SASL_PLAINTEXT' | 'SASL_SSL';
	port: number;
	/** Of the SASL user; none where nobody authenticates. */
	mechanism?: string;
	/** Seeds an instance that has this way in, with brokers at an address, and returns its ID. */
	seed(em: Emulator, address: string): string;
	/** How the user `orders-service` of that instance authenticates. */
	username(id: string): string;
}

const AS_CREATED = () => 'orders-service';

// Ports: FAQ of DMS for Kafka, "Can I Modify the Port for Accessing a Kafka Instance?" (kafka-faq-200426011).
function huawei(
	network: 'private' | 'public',
	mode: 'plain' | 'sasl_ssl' | 'sasl_plaintext',
	port: number,
	mechanism?: string,
): Way {
	const securityProtocol = (
		{ plain: 'PLAINTEXT', sasl_ssl: 'SASL_SSL', sasl_plaintext: 'SASL_PLAINTEXT' } as const
	)[mode];
	return {
		...{ cloud: 'huawei', network, securityProtocol, port, mechanism, username: AS_CREATED },
		seed({ huawei: { state } }, address) {
			const none = {
				...{ private_plain_enable: false, private_sasl_ssl_enable: false },
				...{ private_sasl_plaintext_enable: false, public_plain_enable: false },
				...{ public_sasl_ssl_enable: false, public_sasl_plaintext_enable: false },
			};
			const instance = state.seed({
				name: 'orders',
				sslEnable: mechanism !== undefined,
				securityProtocol,
				saslMechanisms: mechanism ? [mechanism] : [],
				enablePublicIp: network === 'public',
				portProtocol: { ...none, [`${network}_${mode}_enable`]: true },
			});
			instance.brokerIps = [address];
			instance.publicIps = [address];
			return instance.id;
		},
	};
}

const RESERVED = 1;
const SERVERLESS = 3;
const BOTH_NETWORKS = 4;

// Page "Endpoints and protocols" of ApsaraMQ for Kafka.
const alibaba = (
	network: 'vpc' | 'internet',
	securityProtocol: Way['securityProtocol'],
	port: number,
	mechanism?: string,
	paidType = RESERVED,
): Way => ({
	...{ cloud: 'alibaba', network, securityProtocol, port, mechanism, username: AS_CREATED },
	seed: ({ alibaba: { state } }) =>
		state.seed({
			name: 'orders',
			paidType,
			deployType: BOTH_NETWORKS,
			config: { 'enable.acl': 'true', 'enable.vpc_sasl_ssl': 'true' },
		}).id,
});

const VIP_TYPES = { VPC: 3, Public: 1 } as const;

// Page "SDK Overview" of CKafka, 597/57773; the ports are the emulator's, except for 9092 of the main route.
const tencent = (
	network: keyof typeof VIP_TYPES,
	accessType: number,
	securityProtocol: Way['securityProtocol'],
	port: number,
	mechanism?: string,
): Way => ({
	...{ cloud: 'tencent', network, securityProtocol, port, mechanism },
	username: (id) => `${id}#orders-service`,
	seed({ tencent: { state } }, vip) {
		const route = { vipType: VIP_TYPES[network], accessType, vip };
		const { id, routes } = state.seed({ name: 'orders', routes: mechanism ? [route] : [] });
		for (const one of routes.filter(({ main }) => main)) one.vip = vip;
		return id;
	},
});

/** All of them. */
export const WAYS: readonly Way[] = [
	huawei('private', 'plain', 9092),
	huawei('private', 'sasl_plaintext', 9093, 'PLAIN'),
	huawei('private', 'sasl_plaintext', 9093, 'SCRAM-SHA-512'),
	huawei('private', 'sasl_ssl', 9093, 'PLAIN'),
	huawei('private', 'sasl_ssl', 9093, 'SCRAM-SHA-512'),
	huawei('public', 'plain', 9094),
	huawei('public', 'sasl_plaintext', 9095, 'PLAIN'),
	huawei('public', 'sasl_plaintext', 9095, 'SCRAM-SHA-512'),
	huawei('public', 'sasl_ssl', 9095, 'PLAIN'),
	huawei('public', 'sasl_ssl', 9095, 'SCRAM-SHA-512'),
	alibaba('vpc', 'PLAINTEXT', 9092),
	alibaba('vpc', 'SASL_PLAINTEXT', 9094, 'PLAIN'),
	alibaba('vpc', 'SASL_PLAINTEXT', 9094, 'SCRAM-SHA-256'),
	alibaba('vpc', 'SASL_PLAINTEXT', 9094, 'SCRAM-SHA-512', SERVERLESS),
	alibaba('vpc', 'SASL_SSL', 9095, 'PLAIN'),
	alibaba('vpc', 'SASL_SSL', 9095, 'SCRAM-SHA-256'),
	alibaba('vpc', 'SASL_SSL', 9095, 'SCRAM-SHA-512', SERVERLESS),
	alibaba('internet', 'SASL_SSL', 9093, 'PLAIN'),
	alibaba('internet', 'SASL_SSL', 9093, 'SCRAM-SHA-256'),
	alibaba('internet', 'SASL_SSL', 9093, 'SCRAM-SHA-512', SERVERLESS),
	tencent('VPC', 0, 'PLAINTEXT', 9092),
	tencent('VPC', 1, 'SASL_PLAINTEXT', 50001, 'PLAIN'),
	tencent('VPC', 3, 'SASL_SSL', 50003, 'PLAIN'),
	tencent('VPC', 4, 'SASL_PLAINTEXT', 50004, 'SCRAM-SHA-256'),
	tencent('VPC', 5, 'SASL_PLAINTEXT', 50005, 'SCRAM-SHA-512'),
	tencent('Public', 1, 'SASL_PLAINTEXT', 50001, 'PLAIN'),
	tencent('Public', 3, 'SASL_SSL', 50003, 'PLAIN'),
];

/** What of the settings is about a way in; `undefined` where they have none such. */
export const settingsOf = (
	{ accessModes }: IDataObject,
	{ network, securityProtocol, mechanism }: Way,
): IDataObject | undefined =>
	(accessModes as IDataObject[]).find(
		(mode) =>
			mode.network === network &&
			mode.securityProtocol === securityProtocol &&
			(!mechanism || (mode.saslMechanisms as string[]).includes(mechanism)),
	);
