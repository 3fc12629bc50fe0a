import type { IDataObject } from 'n8n-workflow';

import type { Emulator } from '../../emulator';
import { authority } from '../../test/support/certificates';
import { openBroker, ownAddress, type OpenBroker } from '../../test/support/kafka/broker';
import { credentialFrom, type KafkaCredential } from '../../test/support/kafka/client';
import { settingsOf, WAYS, type Way } from '../../test/support/kafka/ways';
import type { ServedRoom } from '../room';
import { VENDORS } from '../vendors';
import { byId, chain, kafkaNode, startingWith, StoredWorkflow, webhook } from '../workflows';

const PASSWORD = 'Secret-123';

/** The addresses by IP that Alibaba Cloud lists beside those by name, which nobody resolves here. */
const BY_IP: Record<number, string> = {
	9092: 'EndPoint',
	9093: 'SslEndPoint',
	9094: 'SaslEndPoint',
	9095: 'VpcSaslEndPoint',
};
const BY_NAME = [
	...['DomainEndpoint', 'SslDomainEndpoint'],
	...['SaslDomainEndpoint', 'VpcSaslDomainEndpoint'],
];

/** The ways in whose addresses need no name service: all but the public routes of Tencent Cloud. */
const REACHABLE = WAYS.filter(({ cloud, network }) => cloud !== 'tencent' || network === 'VPC');

const ca = authority('Cloud CA');
/** As the clouds' certificates, it names no broker. */
const tls = ca.sign('kafka.cloud.example');

/** What n8n's Test button of a credential says. */
interface Told {
	status: string;
	message: string;
}

/** The test of n8n's Kafka credential signs in to each way in that the clouds can open. */
export async function signIns(room: ServedRoom): Promise<void> {
	const { rest, emulator, timeline } = room;
	timeline.step("The test of n8n's Kafka credential, with the connection settings of each cloud");
	const address = ownAddress();
	const kafka = { name: 'Kafka', type: 'kafka' };
	// As in the editor, which stores a credential before it tests it.
	const { id: stored } = await rest.post<{ id: string }>('/rest/credentials', {
		...kafka,
		data: {},
	});
	const test = async (data: KafkaCredential) =>
		await rest.post<Told>('/rest/credentials/test', {
			credentials: { id: stored, ...kafka, data },
		});
	let isRejected = false;
	for (const { node, name } of VENDORS) {
		const cloud = node.replace('CloudKafka', '');
		const read = await settingsReader(room, node);
		for (const way of REACHABLE.filter((one) => one.cloud === cloud)) {
			const id = way.seed(emulator, address);
			listByIp(emulator, id, way, address);
			const settings = settingsOf(await read(id), way) ?? {};
			const { mechanism } = way;
			const user = mechanism && { name: 'orders-service', password: PASSWORD, mechanism };
			const secure = settings.ssl === true && { allowUnauthorizedCerts: true };
			const entered = credentialFrom(settings, user || undefined, secure || {});
			const broker = await brokerOf(way, id, address);
			try {
				const { status } = await test(entered);
				const as = broker.presented[0]?.username;
				timeline.check(
					`${name}, ${way.network}: ${way.securityProtocol} at ${String(entered.brokers)}${mechanism ? `, ${mechanism} as ${as}` : ''}`,
					status === 'OK' && as === (mechanism && way.username(id)),
				);
				if (mechanism) {
					const wrong = await test({ ...entered, password: 'wrong' });
					timeline.check(
						`a wrong password is rejected: ${wrong.message}`,
						wrong.status === 'Error',
					);
				}
				// Once, as KafkaJS tries again for ten seconds.
				if (secure && !isRejected) {
					const checked = await test({ ...entered, allowUnauthorizedCerts: false, ca: ca.cert });
					isRejected = checked.status === 'Error' && /does not match/.test(checked.message);
					timeline.check(`its certificate names other hosts: ${checked.message}`, isRejected);
				}
			} finally {
				await broker.close();
			}
		}
	}
}

const brokerOf = async (way: Way, id: string, address: string): Promise<OpenBroker> =>
	await openBroker({
		...{ address, port: way.port },
		...(way.mechanism && {
			sasl: { mechanisms: [way.mechanism], users: { [way.username(id)]: PASSWORD } },
		}),
		...(way.securityProtocol === 'SASL_SSL' && { tls }),
	});

/** A workflow that answers with the connection settings of an instance of a cloud. */
async function settingsReader({ rest, url }: ServedRoom, type: string) {
	const path = `settings-${type}`;
	const get = kafkaNode('Get Connection Settings', type, {
		resource: 'instance',
		operation: 'getConnection',
		instanceId: byId('={{ $json.body.id }}'),
	});
	const workflow = await StoredWorkflow.add(rest, startingWith(webhook(path), chain(get)));
	await workflow.activate();
	return async (id: string): Promise<IDataObject> => {
		const answer = await fetch(`${url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ id }),
		});
		return ((await answer.json()) as IDataObject[])[0];
	};
}

function listByIp({ alibaba }: Emulator, id: string, { port }: Way, address: string): void {
	const instance = alibaba.state.instances.find((one) => one.id === id);
	if (!instance) return;
	for (const field of BY_NAME) instance.listedAs[field] = '';
	instance.listedAs[BY_IP[port]] = `${address}:${port}`;
}
