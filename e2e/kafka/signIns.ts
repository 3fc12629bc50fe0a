import type { IDataObject } from 'n8n-workflow';

import { authority } from '../../test/support/certificates';
import { openBroker, ownAddress } from '../../test/support/kafka/broker';
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
	'DomainEndpoint',
	'SslDomainEndpoint',
	'SaslDomainEndpoint',
	'VpcSaslDomainEndpoint',
];

/** The ways in whose addresses need no name service: all but the public routes of Tencent Cloud. */
const REACHABLE = WAYS.filter(({ cloud, network }) => cloud !== 'tencent' || network === 'VPC');

/** The test of n8n's Kafka credential signs in to each way in that the clouds can open. */
export async function signIns({ rest, url, emulator, timeline }: ServedRoom): Promise<void> {
	timeline.step("The test of n8n's Kafka credential, with the connection settings of each cloud");
	const address = ownAddress();
	const tls = authority('Cloud CA').sign('kafka.cloud.example');
	const test = async (data: KafkaCredential) =>
		await rest.post<{ status: string; message: string }>('/rest/credentials/test', {
			credentials: { id: 'kafka', name: 'Kafka', type: 'kafka', data },
		});
	for (const { node: type, name } of VENDORS) {
		const cloud = type.replace('CloudKafka', '');
		const path = `settings-${cloud}`;
		const get = kafkaNode('Get Connection Settings', type, {
			resource: 'instance',
			operation: 'getConnection',
			instanceId: byId('={{ $json.body.id }}'),
		});
		const workflow = await StoredWorkflow.add(rest, startingWith(webhook(path), chain(get)));
		await workflow.activate();
		for (const way of REACHABLE.filter((one) => one.cloud === cloud)) {
			const id = way.seed(emulator, address);
			listByIp(emulator.alibaba.state.instances, id, way, address);
			const answer = await fetch(`${url}/webhook/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ id }),
			});
			const [all] = (await answer.json()) as IDataObject[];
			const settings = settingsOf(all, way) ?? {};
			const secure = settings.ssl === true;
			const { mechanism } = way;
			const user = mechanism
				? { name: 'orders-service', password: PASSWORD, mechanism }
				: undefined;
			const entered = credentialFrom(settings, user, {
				...(secure && { allowUnauthorizedCerts: true }),
			});
			const broker = await openBroker({
				...{ address, port: way.port },
				...(mechanism && {
					sasl: { mechanisms: [mechanism], users: { [way.username(id)]: PASSWORD } },
				}),
				...(secure && { tls }),
			});
			try {
				const good = await test(entered);
				const said = `${name}, ${way.network}: ${way.securityProtocol} at ${String(entered.brokers)}`;
				timeline.check(
					`${said}${mechanism ? `, ${mechanism} as ${broker.presented[0]?.username}` : ''}`,
					good.status === 'OK' &&
						(!mechanism || broker.presented[0]?.username === way.username(id)),
				);
				const wrong = secure
					? { allowUnauthorizedCerts: false }
					: mechanism
						? { password: 'wrong' }
						: { ssl: true };
				const bad = await test({ ...entered, ...wrong });
				timeline.check(
					`${Object.keys(wrong).join()} ${String(Object.values(wrong)[0])} is rejected: ${bad.message}`,
					bad.status === 'Error',
				);
			} finally {
				await broker.close();
			}
		}
		await workflow.deactivate();
	}
}

function listByIp(
	instances: ServedRoom['emulator']['alibaba']['state']['instances'],
	id: string,
	{ port }: Way,
	address: string,
): void {
	const instance = instances.find((one) => one.id === id);
	if (!instance) return;
	for (const field of BY_NAME) instance.listedAs[field] = '';
	instance.listedAs[BY_IP[port]] = `${address}:${port}`;
}
