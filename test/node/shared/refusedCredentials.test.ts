/** A credential that the cloud rejects is not tried for every item: Huawei Cloud locks the access key for everybody. */
import { byId, NOWHERE, openCloud, told } from '../../support/stage';

const items = Array.from({ length: 20 }, (_, n) => ({ n }));
const REJECTED = {
	kind: 'answer' as const,
	status: 401,
	body: {
		error_code: 'APIGW.0301',
		error_msg: 'Incorrect IAM authentication information: verify aksk signature fail',
	},
};
const ONCE = { times: 'always' as const, effect: REJECTED };
const read = { resource: 'instance', operation: 'get', instanceId: byId(NOWHERE) };
const write = {
	resource: 'consumerGroup',
	operation: 'create',
	instanceId: byId(NOWHERE),
	groupName: '=group-{{ $json.n }}',
};
const LATER = 'Huawei Cloud did not accept the credential at an earlier item, so nothing was sent';

test('items that read, where the node stops', async () => {
	const cloud = await openCloud();
	cloud.em.faults.add(ONCE);
	const run = await cloud.start(read, { json: items });
	expect(told(run.error)).toContain('Huawei Cloud did not accept the credential');
	// n8n repeats what is answered with 401 once, as a token may have ended.
	expect(cloud.em.requests).toHaveLength(2);
});

test.each([
	['read', read],
	['write', write],
])('items that %s, where the node goes on', async (_, parameters) => {
	const cloud = await openCloud();
	cloud.em.faults.add(ONCE);
	const run = await cloud.start(parameters, {
		json: items,
		node: { onError: 'continueRegularOutput' },
	});
	const errors = run.output('K').map(({ json }) => String(json.error));
	expect(errors).toHaveLength(items.length);
	expect(errors.slice(1).filter((error) => !error.includes(LATER))).toEqual([]);
	expect(errors[0]).not.toContain('earlier item');
	expect(cloud.em.requests).toHaveLength(2);
});

test('a later try asks again', async () => {
	const cloud = await openCloud();
	cloud.em.faults.add({ times: 2, effect: REJECTED });
	const run = await cloud.start(
		{ ...read, operation: 'getAll', instanceId: '' },
		{ json: items.slice(0, 3), node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 } },
	);
	expect(told(run.error)).toBe('');
});
