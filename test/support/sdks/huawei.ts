import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials';
import { KafkaClient } from '@huaweicloud/huaweicloud-sdk-kafka/v2/KafkaClient';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import type { Emulator } from '../../../emulator';
import { declarationsIn, placesOf, shapedMembers, type Members } from './declarations';
import { camelCase, methodsOf, pascalCase, type Methods, type OpenSdk } from './sdk';

const client = createRequire(__filename).resolve(
	'@huaweicloud/huaweicloud-sdk-kafka/v2/KafkaClient',
);

/** What a class of the SDK declares: each has a file of its own. */
function membersOf(type: string): Members | undefined {
	const file = join(dirname(client), 'model', `${type}.d.ts`);
	return existsSync(file) ? declarationsIn(file).get(type) : undefined;
}

/** Kafka client of @huaweicloud/huaweicloud-sdk-kafka. */
export function huaweiClient(
	{ huawei, credentials }: Emulator,
	projectId = credentials.huawei.projectId,
): Methods {
	const { permanent } = credentials.huawei;
	return KafkaClient.newBuilder()
		.withCredential(
			new BasicCredentials()
				.withAk(permanent.accessKey)
				.withSk(permanent.secretKey)
				.withProjectId(projectId) as never,
		)
		.withEndpoint(huawei.url)
		.build() as unknown as Methods;
}

export const openHuawei: OpenSdk = (emulator) => {
	const methods = huaweiClient(emulator);
	return {
		has: (operation) => typeof methods[camelCase(operation)] === 'function',
		operations: () =>
			methodsOf(methods)
				.map(pascalCase)
				.filter((operation) => membersOf(`${operation}Request`)),
		parameters: (operation) =>
			placesOf(`${operation}Request`, membersOf).map((place) => place.replace(/^body\./, '')),
		async call({ operation }, { path, query, body }) {
			const given = { ...(path as object), ...(query as object), body };
			const declared = membersOf(`${operation}Request`) ?? {};
			return await methods[camelCase(operation)](shapedMembers(given, declared, membersOf));
		},
	};
};
