import Ecs, { DescribeSecurityGroupsRequest } from '@alicloud/ecs20140526';
import Kms, { ListAliasesRequest, ListKeysRequest } from '@alicloud/kms20160120';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import ResourceManager, { ListResourceGroupsRequest } from '@alicloud/resourcemanager20200331';
import { Config as RpcConfig } from '@alicloud/rpc-client';
import Sts, { AssumeRoleRequest, AssumeRoleWithOIDCRequest } from '@alicloud/sts20150401';
import Vpc, { DescribeVpcsRequest, DescribeVSwitchesRequest } from '@alicloud/vpc20160428';

import { EXAMPLE, type Emulator } from '../../../emulator';
import { modelOf, type ModelClass } from './alibaba';
import { camelCase, type Methods } from './sdk';

/** Service of an operation, and the class of its request; GetCallerIdentity has none. */
const OPERATIONS: Readonly<Record<string, [service: string, request?: unknown]>> = {
	AssumeRole: ['sts', AssumeRoleRequest],
	AssumeRoleWithOIDC: ['sts', AssumeRoleWithOIDCRequest],
	DescribeSecurityGroups: ['ecs', DescribeSecurityGroupsRequest],
	DescribeVSwitches: ['vpc', DescribeVSwitchesRequest],
	DescribeVpcs: ['vpc', DescribeVpcsRequest],
	GetCallerIdentity: ['sts'],
	ListAliases: ['kms', ListAliasesRequest],
	ListKeys: ['kms', ListKeysRequest],
	ListResourceGroups: ['resourcemanager', ListResourceGroupsRequest],
};

/** Clients of the services beside Kafka. That of KMS signs by version 1.0, the others by ACS3. */
function clientsOf({ alibaba, credentials }: Emulator): Readonly<Record<string, Methods>> {
	const { accessKeyId, accessKeySecret } = credentials.alibaba.permanent;
	const settings = {
		accessKeyId,
		accessKeySecret,
		protocol: 'http',
		endpoint: new URL(alibaba.url).host,
		regionId: EXAMPLE.alibaba.region,
	};
	const config = new $OpenApiUtil.Config(settings);
	return {
		ecs: new Ecs(config),
		kms: new Kms(new RpcConfig(settings)),
		resourcemanager: new ResourceManager(config),
		sts: new Sts(config),
		vpc: new Vpc(config),
	} as unknown as Record<string, Methods>;
}

/**
 * Calls an operation of a service beside Kafka as the vendor's SDK does.
 *
 * @param parameters By their names on the wire; those that the SDK does not declare are left out
 * @throws What the SDK throws, such as for a refused signature
 */
export async function callCompanion(
	emulator: Emulator,
	operation: string,
	parameters: Record<string, unknown>,
): Promise<unknown> {
	const [service, request] = OPERATIONS[operation];
	const given = request && modelOf(request as ModelClass, parameters);
	return await clientsOf(emulator)[service][camelCase(operation)](given);
}
