/** n8n's own collection of every node: what an expression in it must not switch off. */
import type { IDataObject } from 'n8n-workflow';

import { K, openCloud, told, type Cloud } from '../../support/stage';

let cloud: Cloud;
beforeAll(async () => void (cloud = await openCloud()));
beforeEach(() => cloud.forget());

const start = (requestOptions: IDataObject, json: IDataObject[] = [{}]) =>
	cloud.start({ resource: 'instance', operation: 'getAll', requestOptions } as never, { json });

test.each([
	['proxy', 'Proxy', '$json.x'],
	['proxy', 'Proxy', '""'],
	['proxy', 'Proxy', 'null'],
	['timeout', 'Timeout', '$json.x'],
	['timeout', 'Timeout', '"soon"'],
	['timeout', 'Timeout', '[5000]'],
	['timeout', 'Timeout', '0'],
])('%s: %s that is {{ %s }} is refused by name', async (name, label, expression) => {
	const run = await start({ [name]: `={{ ${expression} }}` });
	expect(told(run.error)).toContain(`'${label}' `);
	expect(cloud.em.requests).toEqual([]);
});

// n8n takes every text for "yes", and would not check the certificate.
test('Ignore SSL Issues that is a text is refused, or means what it says', async () => {
	expect(told((await start({ allowUnauthorizedCerts: 'no' })).error)).toContain(
		"'Ignore SSL Issues (Insecure)' is neither true nor false",
	);
	expect((await start({ allowUnauthorizedCerts: 'false' })).items(K)).toEqual([]);
});

test('each item has its own time', async () => {
	cloud.em.faults.add({
		operation: 'ListInstances',
		times: 'always',
		effect: { kind: 'delay', ms: 60_000 },
	});
	const run = await cloud.start(
		{
			resource: 'instance',
			operation: 'getAll',
			requestOptions: { timeout: '={{ $json.time }}' },
		} as never,
		{ json: [{ time: '1000' }, { time: 2000 }], node: { onError: 'continueRegularOutput' } },
	);
	expect(run.items(K).map(({ error }) => /within (\d+) s/.exec(String(error))?.[1])).toEqual([
		'1',
		'2',
	]);
});
