import { Agent, type ClientRequestArgs } from 'node:http';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { cls } from 'tencentcloud-sdk-nodejs/tencentcloud/services/cls';
import { ckafka } from 'tencentcloud-sdk-nodejs-ckafka';

import { EXAMPLE, type Emulator } from '../../../emulator';
import { declarationsIn, placesOf, shapedMembers } from './declarations';
import { methodsOf, type Methods, type OpenSdk } from './sdk';

/** The one operation of CLS, whose client is in the SDK of all services only. */
const CLS = 'CheckRechargeKafkaServer';

const { resolve } = createRequire(__filename);
const declaredBy = (sdk: string, models: string) =>
	declarationsIn(join(dirname(resolve(sdk)), 'services', models));
const CKAFKA_TYPES = declaredBy(
	'tencentcloud-sdk-nodejs-ckafka',
	'ckafka/v20190819/ckafka_models.d.ts',
);
const CLS_TYPES = declaredBy('tencentcloud-sdk-nodejs', 'cls/v20201016/cls_models.d.ts');

/** The SDK signs the host without its port and takes the service from it, so it is sent to the emulator under the true host. */
class EmulatorAgent extends Agent {
	constructor(private readonly port: number) {
		super({ keepAlive: true });
	}

	override createConnection(options: ClientRequestArgs) {
		return connect({ ...options, host: '127.0.0.1', port: this.port } as never);
	}
}

function configFor({ tencent, credentials }: Emulator) {
	const { secretId, secretKey } = credentials.tencent.permanent;
	return {
		credential: { secretId, secretKey },
		region: EXAMPLE.tencent.region,
		profile: {
			httpProfile: {
				protocol: 'http://',
				agent: new EmulatorAgent(Number(new URL(tencent.url).port)),
			},
		},
	} as never;
}

/** CKafka client of tencentcloud-sdk-nodejs-ckafka. */
export const tencentClient = (emulator: Emulator): Methods =>
	new ckafka.v20190819.Client(configFor(emulator)) as unknown as Methods;

export const openTencent: OpenSdk = (emulator) => {
	const ckafkaMethods = tencentClient(emulator);
	const clsMethods = new cls.v20201016.Client(configFor(emulator)) as unknown as Methods;
	const serviceOf = (operation: string) =>
		operation === CLS
			? { methods: clsMethods, types: CLS_TYPES }
			: { methods: ckafkaMethods, types: CKAFKA_TYPES };
	return {
		has: (operation) => typeof serviceOf(operation).methods[operation] === 'function',
		operations: () => [...methodsOf(ckafkaMethods), CLS],
		parameters: (operation) =>
			placesOf(`${operation}Request`, (type) => serviceOf(operation).types.get(type)),
		async call({ operation }, { body }) {
			const { methods, types } = serviceOf(operation);
			const members = types.get(`${operation}Request`) ?? {};
			const request = shapedMembers(body as object, members, (type) => types.get(type));
			return await methods[operation](request);
		},
	};
};
