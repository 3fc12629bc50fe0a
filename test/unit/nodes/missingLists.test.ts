/** Answers without the list that they are asked for: taken for empty, they would say that nothing is left. */
import { Failure } from '../../../nodes/shared/contract/failure';
import type { Operation } from '../../../nodes/shared/contract/operation';
import { effectOf } from '../../../nodes/shared/contract/operation';
import { presentNodes, resourcesOf } from '../../support/facts/vendors';

/** Operations whose one answer is a list, but which have no pages. */
const WHOLE = new Set([
	'alibaba/instance/getAllIds',
	'huawei/backgroundTask/get',
	'huawei/configuration/get',
	'huawei/lookup/getZones',
	'huawei/lookup/getProducts',
	'huawei/lookupMaintenance/getMaintenanceWindows',
	'huawei/instance/getResizeOptions',
	'huawei/message/getByOffset',
	'huawei/message/searchByOffset',
	'huawei/tag/getAll',
	'huawei/tag/getProject',
	'huawei/cluster/getCoordinators',
	'huawei/cluster/getDiskUsage',
	'huawei/legacyApi/v1GetZones',
	'huawei/legacyApi/v1GetProducts',
	'huawei/legacyApi/v1GetMaintenanceWindows',
	'tencent/consumerGroup/get',
	'tencent/message/getAll',
	'tencent/lookup/getZones',
]);

const operations = presentNodes().flatMap((node) =>
	resourcesOf(node).flatMap(({ value, operations: list }) =>
		list.map((operation): [string, Operation] => [
			`${node.vendor}/${value}/${operation.value}`,
			operation,
		]),
	),
);

const item = { isOn: () => true, nodeParameter: () => undefined };

/** What an operation makes of an answer. */
function read({ pages, outcome }: Operation, answer: object): unknown {
	if (pages) return pages.rows(answer as never);
	return outcome?.(answer as never, { body: { GroupList: ['a'] } } as never, item as never);
}

const listing = operations.filter(([name, { pages }]) => pages !== undefined || WHOLE.has(name));

test('every read without pages is one that reads no list, or is named in this test', () => {
	const names = operations.map(([name]) => name);
	expect([...WHOLE].filter((name) => !names.includes(name))).toEqual([]);
	const others = operations.filter(
		([name, operation]) =>
			effectOf(operation) === 'read' &&
			!operation.pages &&
			!WHOLE.has(name) &&
			/getAll|getMany|search$/.test(operation.value),
	);
	expect(others.map(([name]) => name)).toEqual([]);
});

describe.each(listing)('the operation %s', (_, operation) => {
	test.each([
		['without anything that is known', { RequestId: 'R' }],
		['with a total alone', { TotalCount: 3, total: 3, Total: 3, RequestId: 'R' }],
	])('does not take an answer %s for an empty list', (_case, answer) => {
		let failure: unknown;
		try {
			read(operation, answer);
		} catch (error) {
			failure = error;
		}
		expect(failure).toBeInstanceOf(Failure);
		expect(failure).toMatchObject({
			message: expect.stringContaining('the response does not contain the list'),
			details: { advice: expect.stringMatching(/^Try again later/) },
		});
	});
});
