/** A node set to what no form offers, as a workflow that a program has written may be: it says so, and asks nobody. */
import type { INodeParameters } from 'n8n-workflow';

import { openVendor, told, type VendorName } from '../../support/stage';

const vendors: VendorName[] = ['huawei', 'alibaba', 'tencent'];

describe.each(vendors)('%s', (vendor) => {
	const errorOf = async (parameters: INodeParameters) => {
		const cloud = await openVendor(vendor);
		const run = await cloud.start(parameters);
		expect(cloud.em.requests).toEqual([]);
		return told(run.error);
	};

	test.each([
		['instance', 'getAllOfThem', "operation 'getAllOfThem' for the resource 'instance'"],
		['instances', 'getAll', "resource 'instances'"],
	])('%s/%s, which it does not have', async (resource, operation, missing) => {
		expect(await errorOf({ resource, operation })).toBe(
			`this node has no ${missing} | Select 'Resource' and 'Operation' again. Operations that are not everyday work are in other nodes of this package.`,
		);
	});

	test.each([
		['Operation', 'instance', "={{ 'getAll' }}"],
		['Resource', "={{ 'instance' }}", 'getAll'],
	])('%s as an expression, which n8n does not route', async (field, resource, operation) => {
		expect(await errorOf({ resource, operation })).toBe(
			`'${field}' is an expression, with which n8n sends no fields | Select a fixed value. To choose between operations, use one node for each, behind a Switch node.`,
		);
	});
});

test('an item for each where the node continues', async () => {
	const cloud = await openVendor('tencent');
	const run = await cloud.start(
		{ resource: 'instance', operation: 'buyAll' },
		{ json: [{ n: 1 }, { n: 2 }], node: { onError: 'continueRegularOutput' } },
	);
	expect(run.output('K').map(({ json }) => json.error)).toEqual([
		expect.stringContaining("this node has no operation 'buyAll'"),
		expect.stringContaining("this node has no operation 'buyAll'"),
	]);
});
