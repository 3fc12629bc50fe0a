/** What a field of another service's things names: by ID without a list, by name as exactly one. */
import type { IDataObject } from 'n8n-workflow';

import { BadInput } from '../../../../../nodes/shared/contract/badInput';
import { Failure } from '../../../../../nodes/shared/contract/failure';
import type { Lookup } from '../../../../../nodes/shared/contract/lookup';
import { lookUp } from '../../../../../nodes/shared/request/lookUp';

const lookup: Lookup = {
	what: 'VPC',
	plural: 'VPCs',
	permission: 'vpc:vpcs:list',
	isId: /^vpc-\w+$/,
	request: (chosen) => ({
		api: 'ListVpcs',
		effect: 'read',
		method: 'GET',
		path: '/vpcs',
		query: { zone: chosen('zone') as string },
	}),
	pages: { rows: ({ vpcs }) => vpcs as [], at: () => ({}), size: Infinity, key: 'id' },
	entry: ({ id, name, cidr }) => ({
		id: String(id),
		name: name as string,
		...(cidr !== undefined && { details: [String(cidr)] }),
	}),
};

const found = async (
	given: { value: string; mode?: string },
	rows: IDataObject[] | Failure,
	more: Partial<Lookup> = {},
) => {
	const call = jest.fn(async (_request: unknown) => {
		if (rows instanceof Failure) throw rows;
		return await Promise.resolve({ vpcs: rows });
	});
	const chosen = (name: string) => `the ${name}`;
	const result: unknown = await lookUp(
		{ call },
		{ ...lookup, ...more },
		{ label: 'VPC', ...given },
		chosen,
	).catch((error: unknown) => error);
	return { call, result };
};

test('an ID needs no list, unless the field says that it is a name', async () => {
	const byId = await found({ value: 'vpc-1' }, []);
	expect(byId.result).toBe('vpc-1');
	expect(byId.call).not.toHaveBeenCalled();
	const byName = await found({ value: 'vpc-1', mode: 'name' }, [{ id: 'vpc-2', name: 'vpc-1' }]);
	expect(byName.result).toBe('vpc-2');
	expect(byName.call).toHaveBeenCalledWith(
		expect.objectContaining({ query: { zone: 'the zone' } }),
	);
});

test('a name is that of exactly one, and an ID of another form that of its own', async () => {
	const rows = [
		{ id: 'vpc-1', name: 'a' },
		{ id: 'vpc-2', name: 'b' },
		{ id: 'odd', name: 'c' },
		{ id: 'vpc-3', name: 'odd' },
	];
	expect((await found({ value: 'b' }, rows)).result).toBe('vpc-2');
	expect((await found({ value: 'odd' }, rows)).result).toBe('odd');
});

test('by name, one that has the name is meant, not one whose ID looks the same', async () => {
	const rows = [
		{ id: 'vpc-1', name: 'a' },
		{ id: 'vpc-2', name: 'vpc-1' },
	];
	expect((await found({ value: 'vpc-1', mode: 'name' }, rows)).result).toBe('vpc-2');
	const two = [...rows, { id: 'vpc-3', name: 'vpc-1' }];
	expect((await found({ value: 'vpc-1', mode: 'name' }, two)).result).toBeInstanceOf(BadInput);
	expect((await found({ value: 'vpc-1', mode: 'name' }, rows.slice(0, 1))).result).toBe('vpc-1');
});

test.each([' a', 'A', '01', 'a\u0308', 'a\u200b'])(
	'a name is exact, so that %j is not found beside one like it',
	async (value) => {
		const rows = ['a', '1', '\u00e4'].map((name, n) => ({ id: `vpc-${n}`, name }));
		expect((await found({ value }, rows)).result).toBeInstanceOf(BadInput);
	},
);

test('of several with the name, none is taken: up to five are listed', async () => {
	const rows = Array.from({ length: 6 }, (_, n) => ({
		id: `vpc-${n}`,
		name: 'a',
		cidr: `10.${n}`,
	}));
	const { result } = await found({ value: 'a' }, [{ id: 'vpc-9', name: 'b' }, ...rows]);
	expect(result).toBeInstanceOf(BadInput);
	expect((result as BadInput).message).toBe("'VPC' is ambiguous: 6 VPCs are named 'a'");
	expect((result as BadInput).advice).toBe(
		'Enter the ID of one of them: a, 10.0, vpc-0; a, 10.1, vpc-1; a, 10.2, vpc-2; a, 10.3, vpc-3; a, 10.4, vpc-4.',
	);
});

test('only what is meant counts, and none is an error', async () => {
	const rows = [
		{ id: 'vpc-1', name: 'a', zone: 'x' },
		{ id: 'vpc-2', name: 'a', zone: 'the zone' },
	];
	const keep: Lookup['keep'] = ({ zone }, chosen) => zone === chosen('zone');
	expect((await found({ value: 'a' }, rows, { keep })).result).toBe('vpc-2');
	const { result } = await found({ value: 'z' }, rows);
	expect((result as BadInput).message).toBe("'VPC' is 'z', but no VPC with this name exists");
	expect((result as BadInput).advice).toMatch(
		/^Select one from the list, or enter an ID\. Only VPCs of/,
	);
});

test('one that a list which contradicts itself shows is not known to be the only one', async () => {
	const pages: Lookup['pages'] = {
		rows: ({ vpcs }) => vpcs as [],
		total: () => 2,
		at: (offset, limit) => ({ offset, limit }),
		size: 10,
		key: 'id',
	};
	const rows = [{ id: 'vpc-1', name: 'a' }];
	const { result } = await found({ value: 'a', mode: 'name' }, rows, { pages });
	expect(result).toMatchObject({ kind: 'broken' });
	expect((result as Failure).message).toMatch(
		/^The VPCs could not be listed: the list contradicts/,
	);
});

test.each(['notSent', 'unreachable'] as const)(
	'a list that is %s leaves an ID of an unknown form to the service, and no name',
	async (kind) => {
		const failure = new Failure(kind, 'No such host');
		expect((await found({ value: 'odd', mode: 'id' }, failure)).result).toBe('odd');
		const { result } = await found({ value: 'odd', mode: 'name' }, failure);
		expect(result).toMatchObject({ kind });
	},
);

describe('a list that is refused', () => {
	const forbidden = [
		new Failure('refused', 'No', { httpStatus: 403 }),
		new Failure('refused', 'No', { code: 'UnauthorizedOperation' }),
	];

	test.each(forbidden)(
		'for want of a permission leaves an ID of an unknown form to the service',
		async (refusal) => {
			expect((await found({ value: 'odd' }, refusal)).result).toBe('odd');
			const { result } = await found({ value: 'a', mode: 'name' }, refusal);
			expect(result).toMatchObject({
				kind: 'refused',
				message: 'The credential has no permission to list VPCs (vpc:vpcs:list)',
			});
			expect((result as Failure).details.advice).toBe(
				"Grant it vpc:vpcs:list. Or enter the ID in 'VPC'.",
			);
		},
	);

	test.each([
		new Failure('refused', 'No', { httpStatus: 400, code: 'Bad', advice: 'Correct it.' }),
		new Failure('broken', 'No', { httpStatus: 403, advice: 'Correct it.' }),
	])('for another reason is a failure', async (refusal) => {
		const { result } = await found({ value: 'odd' }, refusal);
		expect(result).toMatchObject({
			kind: refusal.kind,
			message: 'The VPCs could not be listed: no',
		});
		expect((result as Failure).details.advice).toBe("Or enter the ID in 'VPC'. Correct it.");
	});

	test('without advice of its own says what to do', async () => {
		const { result } = await found({ value: 'odd' }, new Failure('lost', 'No'));
		expect((result as Failure).details.advice).toBe("Or enter the ID in 'VPC'.");
	});
});
