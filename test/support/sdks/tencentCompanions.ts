import { monitor } from 'tencentcloud-sdk-nodejs/tencentcloud/services/monitor';
import { sts } from 'tencentcloud-sdk-nodejs/tencentcloud/services/sts';
import { tag } from 'tencentcloud-sdk-nodejs/tencentcloud/services/tag';

import type { Emulator } from '../../../emulator';
import type { Methods } from './sdk';
import { configFor } from './tencent';

const CLIENTS = {
	monitor: monitor.v20180724.Client,
	sts: sts.v20180813.Client,
	tag: tag.v20180813.Client,
};

/** The client of tencentcloud-sdk-nodejs for a service beside Kafka, in a region of the emulated cloud. */
export function companionClient(
	emulator: Emulator,
	service: keyof typeof CLIENTS,
	region: string,
): Methods {
	const config = { ...(configFor(emulator) as object), region };
	return new CLIENTS[service](config as never) as unknown as Methods;
}
