/** Expressions that nobody could resolve yet: a list says so, and the text of one is never sent. */
import { NodeHelpers, type INodeParameters } from 'n8n-workflow';

import { ManagedKafkaAlibabaCloudApi } from '../../../credentials/ManagedKafkaAlibabaCloudApi.credentials';
import { ManagedKafkaHuaweiCloudApi } from '../../../credentials/ManagedKafkaHuaweiCloudApi.credentials';
import { ManagedKafkaTencentCloudApi } from '../../../credentials/ManagedKafkaTencentCloudApi.credentials';
import { byId, openVendor, told, type VendorName } from '../../support/stage';

const vendors: VendorName[] = ['huawei', 'alibaba', 'tencent'];
const EXPRESSION = '={{ $json.id }}';

describe.each(vendors)('lists of %s', (vendor) => {
	const errorOf = async (method: string, parameters: INodeParameters) => {
		const cloud = await openVendor(vendor);
		const list = cloud.lookUp('listSearch', method, {
			resource: 'topic',
			operation: 'getAll',
			...parameters,
		});
		const error = told(await list.then(() => undefined).catch((caught: unknown) => caught));
		expect(cloud.em.requests).toEqual([]);
		return error;
	};

	test.each([
		['in the locator', byId(EXPRESSION)],
		['as the whole field', EXPRESSION],
	])('an instance that is an expression %s', async (_, instanceId) => {
		expect(await errorOf('searchTopics', { instanceId })).toContain(
			"Run the previous nodes first: the list depends on 'Instance', which is an expression",
		);
	});

	test('an instance that the editor could not resolve', async () => {
		expect(await errorOf('searchTopics', { instanceId: byId('') })).toContain(
			"Select an instance first, or run the previous nodes if 'Instance' is an expression",
		);
	});

	test('a region that is an expression', async () => {
		const options = { region: '={{ $json.region }}' };
		expect(await errorOf('searchInstances', { options })).toContain(
			"the list depends on 'Region Name or ID', which is an expression",
		);
	});
});

test('the resource type of an ACL', async () => {
	const cloud = await openVendor('tencent');
	const parameters = {
		resource: 'acl',
		operation: 'create',
		instanceId: byId('ckafka-1'),
		resourceType: EXPRESSION,
	};
	await expect(cloud.lookUp('listSearch', 'searchAclResources', parameters)).rejects.toThrow(
		"the list depends on 'Resource Type', which is an expression",
	);
	expect(cloud.em.requests).toEqual([]);
});

describe('a credential can be saved with an expression', () => {
	/** Fields without which n8n does not save a credential, by the rule of its credentials service. */
	const mandatory = (type: ManagedKafkaHuaweiCloudApi, data: INodeParameters) =>
		type.properties
			.filter(
				(property) => property.required && NodeHelpers.displayParameter(data, property, null, null),
			)
			.map(({ name }) => name);

	test.each([
		['huawei', new ManagedKafkaHuaweiCloudApi(), ['accessKeyId', 'secretAccessKey', 'region']],
		['alibaba', new ManagedKafkaAlibabaCloudApi(), ['region']],
		['tencent', new ManagedKafkaTencentCloudApi(), ['region']],
	])('as the region of %s', (_, type, fields) => {
		const data = { authentication: 'accessKey', region: '={{ $json.region }}' };
		expect(mandatory(type as never, data)).toEqual(fields);
	});

	test('the ways to authenticate, each with fields of its own, take no expression', () => {
		const { properties } = new ManagedKafkaHuaweiCloudApi();
		expect(properties.find(({ name }) => name === 'authentication')).toMatchObject({
			noDataExpression: true,
		});
	});
});

// What docs/reliability.md says of it: with a text in its place, nobody could tell that there was one.
test('an expression in the place of a whole form is gone before the node can see it', async () => {
	const cloud = await openVendor('huawei');
	const run = await cloud.start({
		resource: 'instance',
		operation: 'getAll',
		options: '={{ { region: "nowhere" } }}',
	});
	expect(told(run.error)).toBe('');
	// As if the option was not there: the region is the credential's.
	expect(cloud.lines()).toEqual([expect.stringContaining('GET /v2/{project}/instances')]);
});
