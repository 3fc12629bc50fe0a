/** What a form proposes: nothing that costs money, deletes data or lets anybody in unasked. */
import type { Field } from '../../../nodes/shared/contract/field';
import { allNodes } from './nodes';

/** Default of a field of an operation, which may be an option. */
async function defaultOf(node: string, operation: string, parameter: string): Promise<unknown> {
	const { resources = [] } = (await allNodes()).find(({ name }) => name === node) ?? {};
	const [resource, value] = operation.split('/');
	const { fields = [], options = [] } =
		resources
			.find((one) => one.value === resource)
			?.operations.find((one) => one.value === value) ?? {};
	const found = [...fields, ...options].find((field: Field) => field.wireName === parameter);
	return found?.property.default;
}

test.each<[what: string, node: string, operation: string, parameter: string, value: unknown]>([
	['a larger disk', 'AlibabaCloudKafka', 'instance/upgrade', 'DiskSize', 0],
	['more topics', 'AlibabaCloudKafka', 'instance/upgradeSubscription', 'TopicQuota', 0],
	['the internet', 'AlibabaCloudKafka', 'instance/createAndDeploy', 'DeployType', '5'],
	['every operation', 'TencentCloudKafka', 'acl/create', 'Operation', '3'],
	['no protection', 'TencentCloudKafka', 'instance/update', 'DeleteProtectionEnable', true],
	['two hours of messages', 'TencentCloudKafka', 'topic/update', 'RetentionMs', 604_800_000],
	['several instances', 'TencentCloudKafka', 'instance/create', 'InstanceNum', 1],
	['a subscription', 'AlibabaCloudKafka', 'instance/createAndDeploy', 'PaidType', '1'],
])('%s is not proposed', async (_what, node, operation, parameter, value) => {
	expect(await defaultOf(node, operation, parameter)).toBe(value);
});
