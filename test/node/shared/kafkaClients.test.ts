/**
 * What Get Connection Settings returns, entered in n8n's Kafka credential as the pages of the clouds say: KafkaJS, with
 * which n8n's Kafka nodes connect, completes TLS and SASL with a broker at that address.
 */
import type { IDataObject } from 'n8n-workflow';

import { authority } from '../../support/certificates';
import type { VendorName } from '../../support/clouds';
import { leadHosts } from '../../support/hostNames';
import {
	openBroker,
	ownAddress,
	type BrokerOptions,
	type OpenBroker,
} from '../../support/kafka/broker';
import {
	credentialFrom,
	topicsWith,
	type KafkaCredential,
	type SaslUser,
} from '../../support/kafka/client';
import { settingsOf, WAYS, type Way } from '../../support/kafka/ways';
import { byId, openVendor, type Cloud } from '../../support/stage';

const address = ownAddress();
/** Domains of the addresses that are no IP addresses. */
const DOMAINS = ['alikafka.aliyuncs.com', 'ckafka.tencentcloudmq.com'];
const PASSWORD = 'Secret-123';

const cloudCa = authority('Cloud CA');
/** Of the clouds' certificates, none names the brokers: clients are told not to verify the host name. */
const ofCloud = cloudCa.sign('kafka.cloud.example');

const clouds: Partial<Record<VendorName, Cloud>> = {};
beforeAll(async () => {
	for (const domain of DOMAINS) leadHosts(domain, address);
	for (const name of ['huawei', 'alibaba', 'tencent'] as const)
		clouds[name] = await openVendor(name);
});

/** The settings of an instance with a way in, and the user who may use it. */
async function given(way: Way) {
	const cloud = clouds[way.cloud] as Cloud;
	const id = way.seed(cloud.em, address);
	const [all] = await cloud.items('instance/getConnection', { instanceId: byId(id) });
	const settings = settingsOf(all, way) as IDataObject;
	const user = way.mechanism && {
		name: 'orders-service',
		password: PASSWORD,
		mechanism: way.mechanism,
	};
	return { id, settings, user: user || undefined };
}

/** A broker behind a way in, which knows the user of the instance. */
const brokerOf = async (way: Way, id: string, host: unknown, more: Partial<BrokerOptions> = {}) =>
	await openBroker({
		...{ address, port: way.port, advertised: String(host), topics: ['orders'] },
		...(way.mechanism && {
			sasl: { mechanisms: [way.mechanism], users: { [way.username(id)]: PASSWORD } },
		}),
		...(way.securityProtocol === 'SASL_SSL' && { tls: ofCloud }),
		...more,
	});

const hostOf = ({ brokers }: IDataObject) => (brokers as string[])[0].split(':')[0];

const titled = (way: Way): [title: string, way: Way] => [
	`${way.cloud}: ${way.network} ${way.securityProtocol} at ${way.port}, ${way.mechanism ?? 'nobody authenticates'}`,
	way,
];

describe.each(WAYS.map(titled))('%s', (_title, way) => {
	const secure = way.securityProtocol === 'SASL_SSL';
	let broker: OpenBroker;
	let settings: IDataObject;
	let user: SaslUser | undefined;
	let id: string;

	beforeAll(async () => {
		({ id, settings, user } = await given(way));
		broker = await brokerOf(way, id, hostOf(settings));
	});
	beforeEach(() => {
		broker.presented.length = 0;
		broker.served.length = 0;
	});
	afterAll(async () => await broker.close());

	/** Connects as the pages say, except for what is other. */
	const connect = async (other: Partial<KafkaCredential> = {}) =>
		await topicsWith(
			credentialFrom(settings, user, { ...(secure && { allowUnauthorizedCerts: true }), ...other }),
		);
	const refused = async (other: Partial<KafkaCredential>, why: RegExp) => {
		await expect(connect(other)).rejects.toThrow(why);
		expect(broker.served).toEqual([]);
	};

	test('is open to a client with the settings', async () => {
		expect(await connect()).toEqual(['orders']);
		expect(new Set(broker.served)).toEqual(new Set(['n8n']));
		const presented = {
			mechanism: way.mechanism,
			username: way.username(id),
			...(way.mechanism === 'PLAIN' && { password: PASSWORD }),
		};
		expect(broker.presented).toEqual(broker.presented.map(() => presented));
		expect(broker.presented.length > 0).toBe(way.mechanism !== undefined);
	});

	if (way.mechanism) {
		test('is closed to a wrong password', async () => {
			await refused({ password: 'wrong' }, /authentication failed/);
		});
		test('is closed to who does not authenticate', async () => {
			await refused({ authentication: false }, /Closed connection/);
		});
		test('is closed to another mechanism', async () => {
			const saslMechanism = way.mechanism === 'PLAIN' ? 'scram-sha-512' : 'plain';
			await refused({ saslMechanism }, /does not support the requested SASL mechanism/);
		});
	}
	if (way.cloud === 'tencent' && way.mechanism) {
		test('is closed to a user name without the instance', async () => {
			await refused({ username: 'orders-service' }, /authentication failed/);
			expect(broker.presented[0].username).toBe('orders-service');
		});
	}
	if (secure) {
		const checked = { allowUnauthorizedCerts: false };
		test('has a certificate that nobody trusts by default', async () => {
			await refused(checked, /unable to verify the first certificate/);
		});
		test('has a certificate that names other hosts, which n8n rejects even if it trusts the authority', async () => {
			await refused({ ...checked, ca: cloudCa.cert }, /Hostname\/IP does not match/);
		});
		test('is closed to plain text', async () => {
			await refused({ ssl: false }, /Closed connection/);
		});
	} else {
		test('is closed to TLS', async () => {
			await refused({ ssl: true }, /Connection error|Closed connection/);
		});
	}
});

describe('a certificate of your own on Huawei Cloud', () => {
	const way = WAYS.find(
		({ cloud, securityProtocol }) => cloud === 'huawei' && securityProtocol === 'SASL_SSL',
	) as Way;
	const ownCa = authority('Own CA');
	const tls = ownCa.sign(address);

	test('that names the brokers is verified whole', async () => {
		const { id, settings, user } = await given(way);
		const broker = await brokerOf(way, id, address, { tls });
		const connect = async (ca: string) => await topicsWith(credentialFrom(settings, user, { ca }));
		try {
			expect(await connect(ownCa.cert)).toEqual(['orders']);
			await expect(connect(cloudCa.cert)).rejects.toThrow(/unable to verify|signature failure/);
		} finally {
			await broker.close();
		}
	});

	test('lets in only clients that have one, with two-way authentication', async () => {
		const { id, user } = await given(way);
		const { em, items } = clouds.huawei as Cloud;
		const instance = em.huawei.state.instances.find((one) => one.id === id);
		Object.assign(instance?.shown ?? {}, { ssl_two_way_enable: true });
		const [settings] = await items('instance/getConnection', { instanceId: byId(id) });
		expect(settings.mutualTls).toBe(true);
		const twoWay = { ...tls, ca: ownCa.cert, requestCert: true, rejectUnauthorized: true };
		const broker = await brokerOf(way, id, address, { tls: twoWay });
		const connect = async (more: Partial<KafkaCredential>) =>
			await topicsWith(credentialFrom(settings, user, { ca: ownCa.cert, ...more }));
		try {
			expect(await connect(ownCa.sign('orders-client'))).toEqual(['orders']);
			expect(new Set(broker.certificates)).toEqual(new Set(['orders-client']));
			broker.served.length = 0;
			await expect(connect({})).rejects.toThrow(/certificate required|Closed connection/);
			await expect(connect(cloudCa.sign('orders-client'))).rejects.toThrow();
			expect(broker.served).toEqual([]);
		} finally {
			await broker.close();
		}
	});
});
