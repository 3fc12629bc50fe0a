/** The vendor's printed examples through the node: the same request goes out, and what they answer comes out. */
import type { IDataObject } from 'n8n-workflow';

import { openVendor, type Cloud } from '../../support/stage';
import { PRINTED, REPLAYS, printedOf, type Replay } from './printed';

let cloud: Cloud;
beforeAll(async () => {
	cloud = await openVendor('tencent');
});
beforeEach(() => cloud.forget());

/** Lists in which a create looks for its name before it is sent. */
const EMPTY: IDataObject = { TotalCount: 0, InstanceList: [] };

const answer = (operation: string, body: object) =>
	cloud.em.faults.add({
		operation,
		times: 'always',
		effect: { kind: 'answer', status: 200, body: body as never },
	});

const exampleOf = ({ api, at = 0 }: Replay) => printedOf(api)[at];

const named = REPLAYS.map((replay) => ({ ...replay, title: exampleOf(replay).title }));

test('every example is replayed', () => {
	const replayed = REPLAYS.map(({ api, at = 0 }) => `${api} ${at}`);
	const printed = PRINTED.flatMap((api) => printedOf(api).map((_, at) => `${api} ${at}`));
	expect(replayed.sort()).toEqual(printed.sort());
});

test.each(named)('$api: $title', async (replay) => {
	const { api, operation, parameters, first = {}, otherwise = { because: '' }, items } = replay;
	const { request, response } = exampleOf(replay);
	if (operation.startsWith('instance/create'))
		answer('DescribeInstancesDetail', { Response: { Result: EMPTY, RequestId: 'r' } });
	for (const [asked, result] of Object.entries(first))
		answer(asked, { Response: { Result: result, RequestId: 'r' } });
	answer(api, response);

	const got = await cloud.items(operation, parameters);

	const sent = Object.entries({ ...request.body, ...otherwise.added }).filter(
		([name]) => !otherwise.without?.includes(name),
	);
	expect(cloud.onlyBody(api)).toEqual(Object.fromEntries(sent));
	const { Result } = response.Response as { Result: never };
	expect(got).toEqual(
		items(Result, cloud.body(api) as IDataObject).map((item) => expect.objectContaining(item)),
	);
});
