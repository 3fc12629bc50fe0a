import { Agent, type ClientRequestArgs } from 'node:http';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common';
import { ckafka } from 'tencentcloud-sdk-nodejs-ckafka';

import { EXAMPLE, type Emulator } from '../../../emulator';
import { declarationsIn, shapedMembers } from './declarations';
import type { Methods, OpenSdk } from './sdk';

/** CLS has no package of its own in the registry: the common client calls any service. */
const CLS = 'CheckRechargeKafkaServer';

const declared = declarationsIn(
	join(
		dirname(createRequire(__filename).resolve('tencentcloud-sdk-nodejs-ckafka')),
		'services/ckafka/v20190819/ckafka_models.d.ts',
	),
);

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
	const methods = tencentClient(emulator);
	const cls = new CommonClient('cls.tencentcloudapi.com', '2020-10-16', configFor(emulator));
	return {
		has: (operation) => operation === CLS || typeof methods[operation] === 'function',
		async call({ operation }, { body }) {
			if (operation === CLS) return await cls.request(operation, body);
			const members = declared.get(`${operation}Request`) ?? {};
			const request = shapedMembers(body as object, members, (type) => declared.get(type));
			return await methods[operation](request);
		},
	};
};
