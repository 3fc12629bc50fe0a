import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Emulator } from '../emulator';

/** Credentials that point at the emulator, by type. */
export function credentialsOf({
	huawei,
	alibaba,
	tencent,
	credentials,
}: Emulator): Record<string, ICredentialDataDecryptedObject> {
	return {
		managedKafkaHuaweiCloudApi: {
			authentication: 'accessKey',
			accessKeyId: credentials.huawei.permanent.accessKey,
			secretAccessKey: credentials.huawei.permanent.secretKey,
			region: credentials.huawei.region,
			endpoint: huawei.url,
			iamEndpoint: huawei.iamUrl,
		},
		managedKafkaAlibabaCloudApi: {
			accessKeyId: credentials.alibaba.permanent.accessKeyId,
			accessKeySecret: credentials.alibaba.permanent.accessKeySecret,
			region: credentials.alibaba.region,
			endpoint: alibaba.url,
		},
		managedKafkaTencentCloudApi: {
			secretId: credentials.tencent.permanent.secretId,
			secretKey: credentials.tencent.permanent.secretKey,
			region: credentials.tencent.region,
			endpoint: tencent.url,
		},
	};
}
