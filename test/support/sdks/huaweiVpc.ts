import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials';
import { VpcClient as OlderVpcClient } from '@huaweicloud/huaweicloud-sdk-vpc/v2/VpcClient';
import { VpcClient } from '@huaweicloud/huaweicloud-sdk-vpc/v3/VpcClient';

import type { Emulator } from '../../../emulator';

/** Clients of @huaweicloud/huaweicloud-sdk-vpc, of the current version and of the older one with subnets. */
export function vpcClients({ huawei, credentials }: Emulator) {
	const { permanent, projectId } = credentials.huawei;
	const key = new BasicCredentials()
		.withAk(permanent.accessKey)
		.withSk(permanent.secretKey)
		.withProjectId(projectId) as never;
	return {
		current: VpcClient.newBuilder().withCredential(key).withEndpoint(huawei.url).build(),
		older: OlderVpcClient.newBuilder().withCredential(key).withEndpoint(huawei.url).build(),
	};
}
