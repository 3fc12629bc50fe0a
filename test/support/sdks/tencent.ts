import { Agent, type ClientRequestArgs } from 'node:http';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { cls } from 'tencentcloud-sdk-nodejs/tencentcloud/services/cls';
import { sts } from 'tencentcloud-sdk-nodejs/tencentcloud/services/sts';
import { tag } from 'tencentcloud-sdk-nodejs/tencentcloud/services/tag';
import { cdc } from 'tencentcloud-sdk-nodejs/tencentcloud/services/cdc';
import { ssl } from 'tencentcloud-sdk-nodejs/tencentcloud/services/ssl';
import { vpc } from 'tencentcloud-sdk-nodejs/tencentcloud/services/vpc';
import { ckafka } from 'tencentcloud-sdk-nodejs-ckafka';

import { EXAMPLE, type Emulator } from '../../../emulator';
import { loadFacts } from '../../../emulator/core/facts';
import { declarationsIn, placesOf, shapedMembers } from './declarations';
import { methodsOf, type Methods, type OpenSdk } from './sdk';

/** Services whose operations the nodes have only in part: their clients are in the SDK of all services. */
const IN_PART = ['cls', 'sts', 'tag'] as const;

/** Names of operations of the Log Service that have to do with Kafka, or with who consumes. */
const OF_KAFKA = /Kafka|Consumer/;

/** Service of each operation that the facts have, and its name there. */
const OPERATIONS = new Map(
	loadFacts('tencent').map(({ operation, request: { service, action } }) => [
		operation,
		{ service: String(service), action: String(action) },
	]),
);

const { resolve } = createRequire(__filename);
const declaredBy = (sdk: string, models: string) =>
	declarationsIn(join(dirname(resolve(sdk)), 'services', models));
const CKAFKA_TYPES = declaredBy(
	'tencentcloud-sdk-nodejs-ckafka',
	'ckafka/v20190819/ckafka_models.d.ts',
);
const TYPES: Readonly<Record<string, ReturnType<typeof declaredBy>>> = {
	ckafka: CKAFKA_TYPES,
	cls: declaredBy('tencentcloud-sdk-nodejs', 'cls/v20201016/cls_models.d.ts'),
	sts: declaredBy('tencentcloud-sdk-nodejs', 'sts/v20180813/sts_models.d.ts'),
	tag: declaredBy('tencentcloud-sdk-nodejs', 'tag/v20180813/tag_models.d.ts'),
};

/** The SDK signs the host without its port and takes the service from it, so it is sent to the emulator under the true host. */
class EmulatorAgent extends Agent {
	constructor(private readonly port: number) {
		super({ keepAlive: true });
	}

	override createConnection(options: ClientRequestArgs) {
		return connect({ ...options, host: '127.0.0.1', port: this.port } as never);
	}
}

/** How the SDK's clients are set up for an emulated cloud. */
export function configFor({ tencent, credentials }: Emulator, region = EXAMPLE.tencent.region) {
	const { secretId, secretKey } = credentials.tencent.permanent;
	return {
		credential: { secretId, secretKey },
		region,
		profile: {
			httpProfile: {
				protocol: 'http://',
				agent: new EmulatorAgent(Number(new URL(tencent.url).port)),
			},
		},
	} as never;
}

/** CKafka client of tencentcloud-sdk-nodejs-ckafka. */
export const tencentClient = (emulator: Emulator, region?: string): Methods =>
	new ckafka.v20190819.Client(configFor(emulator, region)) as unknown as Methods;

/** Clients of the services beside Kafka. */
export const companionClients = (emulator: Emulator): Readonly<Record<string, Methods>> => ({
	cls: new cls.v20201016.Client(configFor(emulator)) as unknown as Methods,
	cdc: new cdc.v20201214.Client(configFor(emulator)) as unknown as Methods,
	ssl: new ssl.v20191205.Client(configFor(emulator)) as unknown as Methods,
	sts: new sts.v20180813.Client(configFor(emulator)) as unknown as Methods,
	tag: new tag.v20180813.Client(configFor(emulator)) as unknown as Methods,
	vpc: new vpc.v20170312.Client(configFor(emulator)) as unknown as Methods,
});

export const openTencent: OpenSdk = (emulator) => {
	const clients: Record<string, Methods> = {
		ckafka: tencentClient(emulator),
		cls: new cls.v20201016.Client(configFor(emulator)) as unknown as Methods,
		sts: new sts.v20180813.Client(configFor(emulator)) as unknown as Methods,
		tag: new tag.v20180813.Client(configFor(emulator)) as unknown as Methods,
	};
	// What the facts do not have can only be one of CKafka: of the other services they have a part on purpose.
	const entryOf = (operation: string) => {
		const { service, action } = OPERATIONS.get(operation) ?? {
			service: 'ckafka',
			action: operation,
		};
		return { methods: clients[service], types: TYPES[service], action };
	};
	const ofOthers = [...OPERATIONS].filter(([, { service }]) => IN_PART.includes(service as 'cls'));
	const known = new Set(ofOthers.map(([, { action }]) => action));
	// Of the Log Service, what has to do with Kafka: when the SDK brings more of it, a test names it.
	const further = methodsOf(clients.cls)
		.filter((action) => OF_KAFKA.test(action) && !known.has(action))
		.map((action) => `Cls${action}`);
	return {
		has: (operation) => {
			const { methods, action } = entryOf(operation);
			return typeof methods[action] === 'function';
		},
		operations: () => [
			...methodsOf(clients.ckafka),
			...ofOthers.map(([operation]) => operation),
			...further,
		],
		parameters: (operation) => {
			const { types, action } = entryOf(operation);
			// A request without any parameter has no type.
			const name = `${action}Request`;
			return types.has(name) ? placesOf(name, (type) => types.get(type)) : [];
		},
		async call({ operation }, { body }) {
			const { methods, types, action } = entryOf(operation);
			const members = types.get(`${action}Request`) ?? {};
			const request = shapedMembers(body as object, members, (type) => types.get(type));
			return await methods[action](request);
		},
	};
};
