/** A failure as an item: nothing beside it where n8n's error output or a model reads it. */
import type { IExecuteSingleFunctions, INode, NodeApiError } from 'n8n-workflow';

import { Secrets } from '../../../../../nodes/shared/request/secrets';
import { failedItem } from '../../../../../nodes/shared/run/failedItem';
import { stillThere } from '../../../../../nodes/shared/run/stillThere';
import { someNode } from '../../../../support/someNode';

const secrets = new Secrets();
secrets.add(['Tops3cret!']);

const failed = (node: Partial<INode>, part?: object, description: string | null = 'Do this.') =>
	failedItem(
		{
			getNode: () => ({ ...someNode, ...node }),
			getInputData: () => ({ json: { input: 1, key: 'Tops3cret!' } }),
		} as unknown as IExecuteSingleFunctions,
		{
			index: 2,
			error: { message: 'It failed', description } as NodeApiError,
			secrets,
			part: part as never,
		},
	);

test('it stands beside the fields of the input, without their secrets', () => {
	expect(failed({ onError: 'continueRegularOutput' }, { id: 'a' })).toEqual({
		json: { input: 1, key: '********', id: 'a', error: 'It failed', details: 'Do this.' },
		pairedItem: { item: 2 },
	});
});

test.each([{ onError: 'continueErrorOutput' }, { rewireOutputLogTo: 'ai_tool' }] as const)(
	'it stands alone with %j, as n8n or a model needs it',
	(node) => {
		expect(failed(node)).toEqual({
			json: { error: 'It failed', details: 'Do this.' },
			pairedItem: { item: 2 },
		});
		expect(failed(node, { id: 'a', key: 'Tops3cret!' }).json.details).toBe(
			'Do this. Part of the batch: {"id":"a","key":"********"}.',
		);
		expect(failed(node, {}, null).json.details).toBe('');
		expect(failed(node, { id: 'a' }, '').json.details).toBe('Part of the batch: {"id":"a"}.');
	},
);

test('without advice its details are empty', () => {
	expect(failed({}, undefined, null).json.details).toBe('');
});

describe('what a wait for a create that ends early says', () => {
	const find = { key: 'id', matches: async () => await Promise.resolve([]) };
	const madeBefore = { find: async () => await Promise.resolve([]), goOn: 'Deploy it.' };

	test.each(['read', 'change', 'delete'] as const)('is nothing for a %s', (kind) => {
		expect(stillThere({ kind, billed: true })).toBeUndefined();
	});

	test('is that it exists, and is billed where it is', () => {
		expect(stillThere({ kind: 'create' })).toMatch(
			/^It exists or is still being created; .*'Maximum/,
		);
		expect(stillThere({ kind: 'create' })).not.toContain('retry');
		expect(stillThere({ kind: 'create', billed: true })).toMatch(/^It exists and is billed/);
	});

	test('is how a retry goes on, in full sentences', () => {
		const told = (more: object) => stillThere({ kind: 'create', ...more })?.split(/(?<=\.) /);
		const before = [
			'It exists or is still being created; do not create it again.',
			'Read its current state to continue when it is ready.',
		];
		const end = "'Maximum Wait (Minutes)' sets how long such a wait may take.";
		expect(told({})).toEqual([...before, end]);
		expect(told({ find })).toEqual([
			...before,
			"A retry of this execution, or an execution with 'Create If Absent' on, waits for it instead of creating another one.",
			end,
		]);
		const again = ['A retry of this execution does not create another one.', 'Deploy it.'];
		expect(told({ madeBefore })).toEqual([...before, ...again, end]);
		const named = async () => await Promise.resolve(undefined);
		expect(told({ madeBefore: { ...madeBefore, named } })).toEqual([
			...before,
			'A retry of this execution waits for it if it has the name that this node gives it.',
			...again,
			end,
		]);
	});
});
