/** Fields of a credential whose expression returns nothing, as n8n stores and resolves them. */
import type { IAllExecuteFunctions, IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../../../nodes/shared/contract/badInput';
import { refuseNothingIn } from '../../../../../nodes/shared/request/credentialFields';
import { someNode } from '../../../../support/someNode';

const TYPE = 'someCloudApi';
const FIELDS = [
	{ name: 'endpoint', displayName: 'Endpoint', type: 'string' },
	{ name: 'project', displayName: 'Project ID', type: 'string' },
	{ name: 'session', displayName: 'Session', type: 'hidden' },
];
const EXPRESSION = '={{ $json.x }}';

/** n8n's contexts of one run, an item each, over a credential as it is stored. */
function runOf(stored: IDataObject, { run = {}, id = '1', isRun = true } = {}) {
	const getDecrypted = jest.fn(async () => await Promise.resolve(stored));
	const context = {
		additionalData: {
			credentialsHelper: { getDecrypted, getCredentialsProperties: () => FIELDS },
		},
		getNode: () => ({ ...someNode, credentials: { [TYPE]: { id, name: 'mine' } } }),
		getMode: () => 'manual',
		...(isRun && { getExecuteData: () => run }),
	};
	const given = context as unknown as IAllExecuteFunctions;
	const check = async (data: IDataObject) =>
		await refuseNothingIn(given, { credential: TYPE }, data);
	return { context, check, getDecrypted };
}

const refusal = async (task: Promise<void>) =>
	(await task.then(() => undefined).catch((error: unknown) => error)) as BadInput | undefined;

test.each([[''], ['  '], [null], [undefined]])(
	'%j of an expression is nothing',
	async (endpoint) => {
		const error = await refusal(runOf({ endpoint: EXPRESSION }).check({ endpoint }));
		expect(error).toBeInstanceOf(BadInput);
		expect(error?.message).toContain("'Endpoint' has an expression that returns nothing");
		expect(error?.advice).toBe('Check the expression in the credential, or clear the field.');
	},
);

test.each([[{ a: 1 }], [['a']]])('%j of an expression is no single value', async (endpoint) => {
	const error = await refusal(runOf({ endpoint: EXPRESSION }).check({ endpoint }));
	expect(error?.message).toMatch(/'Endpoint' (is not text|has an expression)/);
});

test.each([
	['that nobody filled in', { endpoint: '' }, { endpoint: '' }],
	['with an expression that returns something', { endpoint: EXPRESSION }, { endpoint: 'x' }],
	['that is not shown', { endpoint: EXPRESSION }, { project: 'x' }],
	['that n8n alone fills in', { session: EXPRESSION }, { session: '' }],
])('a field %s is no fault', async (_, stored, data) => {
	expect(await refusal(runOf(stored).check(data))).toBeUndefined();
});

test('each field that is an expression is looked at', async () => {
	const { check } = runOf({ endpoint: EXPRESSION, project: EXPRESSION });
	const error = await refusal(check({ endpoint: 'https://kafka.example', project: '' }));
	expect(error?.message).toContain("'Project ID'");
});

describe("n8n's database", () => {
	test('is read once for all items of a run, as the mode and the node of the run', async () => {
		const { check, getDecrypted, context } = runOf({ endpoint: EXPRESSION });
		for (let item = 0; item < 3; item++) await check({ endpoint: 'x' });
		expect(getDecrypted.mock.calls).toEqual([
			[
				context.additionalData,
				{ id: '1', name: 'mine' },
				TYPE,
				'manual',
				{ data: {}, node: context.getNode(), source: null },
				true,
			],
		]);
	});

	test('is read for each credential of a run, and for each type of one', async () => {
		const run = {};
		const one = runOf({ endpoint: EXPRESSION }, { run });
		await one.check({ endpoint: 'x' });
		const other = runOf({ project: EXPRESSION }, { run, id: '2' });
		expect((await refusal(other.check({ project: '' })))?.message).toContain("'Project ID'");
	});

	test('is read anew for what has no run, such as a list in the editor', async () => {
		const { check, getDecrypted } = runOf({ endpoint: EXPRESSION }, { isRun: false });
		expect((await refusal(check({ endpoint: '' })))?.message).toContain("'Endpoint'");
		await check({ endpoint: 'x' });
		expect(getDecrypted).toHaveBeenCalledTimes(2);
	});

	test('that fails is asked again at the next try', async () => {
		const { check, getDecrypted } = runOf({ endpoint: EXPRESSION });
		getDecrypted.mockRejectedValueOnce(new Error('the database is locked'));
		expect((await refusal(check({ endpoint: '' })))?.message).toBe('the database is locked');
		expect((await refusal(check({ endpoint: '' })))?.message).toContain("'Endpoint'");
	});

	test.each([
		['has no helper', { additionalData: {} }],
		['has nothing', { additionalData: undefined }],
		['has no credential', { getNode: () => someNode }],
		['has another credential', { getNode: () => ({ ...someNode, credentials: {} }) }],
	])('is not asked by a context that %s', async (_, more) => {
		const { context, getDecrypted } = runOf({ endpoint: EXPRESSION });
		const given = { ...context, ...more } as unknown as IAllExecuteFunctions;
		await refuseNothingIn(given, { credential: TYPE }, { endpoint: '' });
		expect(getDecrypted).not.toHaveBeenCalled();
	});

	test('is asked by a context that has no mode as by the editor', async () => {
		const { context, getDecrypted } = runOf({ endpoint: EXPRESSION });
		const given = { ...context, getMode: undefined } as unknown as IAllExecuteFunctions;
		await refuseNothingIn(given, { credential: TYPE }, { endpoint: 'x' });
		expect(getDecrypted.mock.calls[0]).toContain('internal');
	});
});
