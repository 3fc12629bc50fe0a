import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the SDKs are installed: apart from the project, which does not need them. */
export const sdksFolder = join(__dirname, '../support/sdks');

/** Kafka clients of the vendors' SDKs. */
export const SDK_CLIENTS = [
	'@huaweicloud/huaweicloud-sdk-kafka',
	'@alicloud/alikafka20190916',
	'tencentcloud-sdk-nodejs-ckafka',
];

/** Says how to get the SDKs where they are missing. */
export function needSdks(): void {
	if (!existsSync(join(sdksFolder, 'node_modules'))) {
		throw new Error('The SDKs are missing. Run npm run sdks first');
	}
}
