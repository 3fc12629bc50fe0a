import { Failure } from '../../../../../nodes/shared/contract/failure';
import type { Pages } from '../../../../../nodes/shared/contract/pages';
import {
	listAll,
	listMatching,
	listSome,
	onlyPage,
	readList,
} from '../../../../../nodes/shared/request/readList';
import type { ApiRequest } from '../../../../../nodes/shared/contract/vendor';

const request: ApiRequest = {
	api: 'List',
	effect: 'read',
	method: 'GET',
	path: '/',
	query: { q: 1 },
};
const pages: Pages = {
	rows: ({ rows }) => rows as never,
	total: ({ total }) => Number(total),
	at: (offset, limit) => ({ offset, limit }),
	size: 3,
	key: 'id',
	pastEnd: ['PAST'],
};
const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, i) => from + i);

/** A list that may change before any of its pages is read. */
function service(list: number[], change: (list: number[], call: number) => void = () => undefined) {
	const calls: Array<[number, number]> = [];
	const send = async ({ query }: ApiRequest) => {
		change(list, calls.length);
		const { offset, limit } = query as { offset: number; limit: number };
		calls.push([offset, limit]);
		if (offset > 0 && offset >= list.length) throw new Failure('refused', 'past', { code: 'PAST' });
		return { total: list.length, rows: list.slice(offset, offset + limit).map((id) => ({ id })) };
	};
	const read = async (limit = Infinity, more: Partial<Pages> = {}) => {
		const listed = await readList(send as never, request, { ...pages, ...more }, limit);
		return { ids: listed.some().map(({ id }) => id), steady: listed.isSteady };
	};
	return { calls, read };
}

test('a list is read page after page until its total', async () => {
	const { calls, read } = service(numbers(7));
	expect(await read()).toEqual({ ids: numbers(7), steady: true });
	expect(calls).toEqual([
		[0, 3],
		[2, 3],
		[4, 3],
	]);
});

test('a list whose total fills the last page needs no further request', async () => {
	const { calls, read } = service(numbers(5));
	await read();
	expect(calls).toHaveLength(2);
});

test('an empty list takes one request', async () => {
	const { calls, read } = service([]);
	expect(await read()).toEqual({ ids: [], steady: true });
	expect(calls).toHaveLength(1);
});

test('a limit asks for no more rows than it needs', async () => {
	const { calls, read } = service(numbers(7));
	expect((await read(4)).ids).toEqual(numbers(4));
	expect(calls).toEqual([
		[0, 3],
		[2, 2],
	]);
});

test('without a total a page that is not full is the last one', async () => {
	const { calls, read } = service(numbers(6));
	expect((await read(Infinity, { total: undefined })).ids).toEqual(numbers(6));
	expect(calls).toHaveLength(3);
});

test('without a total a last page that is full is followed by a look past the end', async () => {
	const { read } = service(numbers(5));
	expect((await read(Infinity, { total: undefined })).ids).toEqual(numbers(5));
});

test('no row is lost when one in front goes and moves the others', async () => {
	const { read } = service(numbers(7), (list, call) => void (call === 1 && list.shift()));
	expect(await read()).toEqual({ ids: numbers(6, 1), steady: true });
});

test('no row comes twice when one comes in front and moves the others', async () => {
	const { read } = service(numbers(7), (list, call) => void (call === 1 && list.unshift(-1)));
	const { ids } = await read();
	expect(ids).toEqual([-1, ...numbers(7)]);
});

test('no row is lost when one goes and another comes, which leaves the total alone', async () => {
	const { read } = service(numbers(7), (list, call) => {
		if (call !== 1) return;
		list.shift();
		list.push(7);
	});
	expect(await read()).toEqual({ ids: numbers(7, 1), steady: true });
});

test('no row is lost when one in front goes and the pages are numbered', async () => {
	const { read } = service(numbers(7), (list, call) => void (call === 1 && list.shift()));
	expect(await read(Infinity, { numbered: true })).toEqual({ ids: numbers(6, 1), steady: true });
});

test('a list that shrinks below the offset is read again from its start', async () => {
	const { read } = service(numbers(4), (list, call) => void (call === 1 && list.splice(0, 2)));
	expect(await read()).toEqual({ ids: [2, 3], steady: true });
});

test('the reading of a list that never stands still ends, and says so', async () => {
	let next = 100;
	const { calls, read } = service(numbers(7), (list) => void list.unshift(next++));
	const { ids, steady } = await read();
	expect(steady).toBe(false);
	expect(new Set(ids).size).toBe(ids.length);
	expect(calls.length).toBeLessThan(30);
});

test('an answer without rows ends the reading, whatever the total says', async () => {
	const send = jest.fn(async () => ({ total: 1000, rows: [] }));
	const { isSteady } = await readList(send as never, request, pages, Infinity);
	expect(isSteady).toBe(false);
	expect(send).toHaveBeenCalledTimes(4);
});

test('a refusal is one unless it only means past the end, and on the first page that is one, too', async () => {
	const refuse = (code: string) => async () =>
		await Promise.reject(new Failure('refused', code, { code }));
	await expect(readList(refuse('OTHER'), request, pages, Infinity)).rejects.toThrow('OTHER');
	await expect(readList(refuse('PAST'), request, pages, Infinity)).rejects.toThrow('PAST');
});

test.each([[undefined], [['OTHER']]])(
	'a refusal of a later page is one where %j says that it is past the end',
	async (pastEnd) => {
		const { read } = service(numbers(4), (list, call) => void (call === 1 && list.splice(0, 2)));
		await expect(read(Infinity, { pastEnd })).rejects.toMatchObject({ message: 'past' });
	},
);

test('rows that nothing tells apart end where a page brings none', async () => {
	const send = jest.fn(async ({ query }: ApiRequest) => {
		const rows = Number(query?.offset) === 0 ? [{}, {}, {}] : [{}];
		return await Promise.resolve({ total: 9, rows });
	});
	const listed = await readList(send, request, pages, Infinity);
	expect(listed.isSteady).toBe(false);
	expect(send).toHaveBeenCalledTimes(8);
});

describe('a list that names its next page', () => {
	const chain = (answers: Array<{ rows: number[]; next?: string }>) => {
		const asked: unknown[] = [];
		const send = async ({ query }: ApiRequest) => {
			asked.push(query?.token);
			const { rows, next } = answers[asked.length - 1];
			return { rows: rows.map((id) => ({ id })), next };
		};
		const byToken: Pages = { ...pages, next: ({ next }) => (next ? { token: next } : undefined) };
		let isSteady = false;
		const read = async (limit = Infinity) => {
			const listed = await readList(send as never, request, byToken, limit);
			({ isSteady } = listed);
			return listed.some().map(({ id }) => id);
		};
		return { asked, read, isSteady: () => isSteady };
	};

	test('is read to its end, over pages without rows, too', async () => {
		const { asked, read, isSteady } = chain([
			{ rows: [1], next: 'b' },
			{ rows: [], next: 'c' },
			{ rows: [2] },
		]);
		expect(await read()).toEqual([1, 2]);
		expect(isSteady()).toBe(true);
		expect(asked).toEqual([undefined, 'b', 'c']);
	});

	test('is read no further than the limit', async () => {
		const { asked, read } = chain([{ rows: [1, 2], next: 'b' }]);
		expect(await read(2)).toEqual([1, 2]);
		expect(asked).toHaveLength(1);
	});

	test('ends where it names a page for the second time', async () => {
		const { asked, read, isSteady } = chain([
			{ rows: [1], next: 'b' },
			{ rows: [2], next: 'b' },
		]);
		expect(await read()).toEqual([1, 2]);
		expect(asked).toHaveLength(2);
		// What the second answer should have named is not there.
		expect(isSteady()).toBe(false);
	});
});

test('the parameters of a page travel in the body where the vendor wants them there', async () => {
	const bodies: unknown[] = [];
	const send = async ({ query, body }: ApiRequest) => {
		bodies.push([query, body]);
		const { offset, limit } = body as { offset: number; limit: number };
		const rows = numbers(4).map((id) => ({ id }));
		return { total: 4, rows: rows.slice(offset, offset + limit) };
	};
	const inBody: ApiRequest = { ...request, body: { b: 2 } };
	await readList(send as never, inBody, { ...pages, sentIn: 'body' }, Infinity);
	expect(bodies).toEqual([
		[{ q: 1 }, { b: 2, offset: 0, limit: 3 }],
		[{ q: 1 }, { b: 2, offset: 2, limit: 3 }],
	]);
});

describe('all rows of a list', () => {
	const caller = (count: number) => {
		const asked: unknown[] = [];
		const call = async ({ query }: ApiRequest) => {
			asked.push(query);
			const { offset, limit } = query as { offset: number; limit: number };
			const rows = numbers(count).slice(offset, offset + limit);
			return { total: count, rows: rows.map((id) => ({ id })) };
		};
		return { asked, call };
	};

	test('come from whoever can send a request, with the parameters of the request', async () => {
		const { asked, call } = caller(5);
		expect(await listAll({ call }, request, pages)).toEqual(numbers(5).map((id) => ({ id })));
		expect(asked).toEqual([
			{ q: 1, offset: 0, limit: 3 },
			{ q: 1, offset: 2, limit: 3 },
		]);
	});

	test('are no more than the limit', async () => {
		const { asked, call } = caller(5);
		expect(await listSome({ call }, request, pages, 2)).toEqual([{ id: 0 }, { id: 1 }]);
		expect(asked).toEqual([{ q: 1, offset: 0, limit: 2 }]);
	});
});

describe('a list that contradicts itself', () => {
	/** Counts one more than it holds, as a replica that lags does, or an account that sees a part. */
	const call = async () => ({ total: 3, rows: [{ id: 1 }, { id: 2 }] });
	const caller = { call };

	test('decides nothing', async () => {
		await expect(listAll(caller, request, pages)).rejects.toMatchObject({
			kind: 'broken',
			mayHaveHappened: false,
			message: 'the list contradicts itself: it does not contain what it counts',
		});
	});

	test('settles that something is there, but not that nothing is', async () => {
		const named = async (wanted: number) =>
			await listMatching(caller, request, pages, ({ id }) => id === wanted);
		expect(await named(2)).toEqual([{ id: 2 }]);
		await expect(named(3)).rejects.toThrow('contradicts itself');
	});

	test('can be shown', async () => {
		expect(await listSome(caller, request, pages)).toEqual([{ id: 1 }, { id: 2 }]);
	});

	test('is none when it is read by an ID, either', () => {
		expect(onlyPage({ total: 0, rows: [] }, pages)).toEqual([]);
		expect(onlyPage({ rows: [{ id: 1 }] }, { ...pages, total: undefined })).toEqual([{ id: 1 }]);
		expect(() => onlyPage({ total: 1, rows: [] }, pages)).toThrow('contradicts itself');
	});
});

describe('a list without an end', () => {
	const page = (from: number) => numbers(3, from).map((id) => ({ id }));
	const read = async (answer: (count: number) => object, more: Partial<Pages> = {}) => {
		let count = 0;
		const send = async () => answer(count++);
		const listed = await readList(send as never, request, { ...pages, ...more }, Infinity);
		return { count, rows: listed.some().length, steady: listed.isSteady };
	};
	const withoutTotal = { total: undefined };
	const byToken: Partial<Pages> = { next: ({ next }) => ({ token: next }) };

	test.each<[string, (count: number) => object, Partial<Pages>]>([
		['and without a total', () => ({ rows: page(0) }), withoutTotal],
		['and with a huge total', () => ({ rows: page(0), total: 1e12 }), {}],
		['whose pages are numbered', () => ({ rows: page(0), total: 1e12 }), { numbered: true }],
		['by tokens', (count) => ({ rows: page(0), next: count }), byToken],
	])('%s ends where a page brings nothing new', async (_, answer, more) => {
		const { count, rows, steady } = await read(answer, more);
		expect(rows).toBeGreaterThanOrEqual(3);
		expect(rows).toBeLessThanOrEqual(6);
		expect(steady).toBe(false);
		expect(count).toBeLessThanOrEqual(8);
	});

	test.each<[string, (count: number) => object, Partial<Pages>]>([
		['whose rows are always new', (count) => ({ rows: page(2 * count), total: 1e12 }), {}],
		['by tokens', (count) => ({ rows: page(3 * count), next: count }), byToken],
		['by tokens of empty pages', (count) => ({ rows: [], next: count }), byToken],
	])('%s ends after 10,000 pages', async (_, answer, more) => {
		expect(await read(answer, more)).toMatchObject({ count: 10_000, steady: false });
	});
});

describe('a row that is no record', () => {
	test.each([null, [], 'x', 7, undefined])('%j: the list cannot be read', async (row) => {
		const send = async () => ({ rows: [{ id: 1 }, row], total: 2 });
		for (const more of [{}, { size: Infinity }, { next: () => undefined }]) {
			const listed = readList(send as never, request, { ...pages, ...more }, Infinity);
			await expect(listed).rejects.toMatchObject({ kind: 'broken', mayHaveHappened: false });
		}
		expect(() => onlyPage({ rows: [row] as never }, pages)).toThrow('what is no record');
	});

	test('is what the vendor says where it says more', async () => {
		const rows = () => {
			throw new Failure('broken', 'the list is of another kind');
		};
		const send = async () => await Promise.resolve({ total: 1 });
		await expect(readList(send, request, { ...pages, rows }, Infinity)).rejects.toThrow(
			'the list is of another kind',
		);
	});

	test('also where a vendor makes something of each row', async () => {
		const named: Pages = {
			...pages,
			rows: ({ rows }) => (rows as Array<{ id: string }>).map(({ id }) => ({ id })),
		};
		const send = async () => ({ rows: [null], total: 1 });
		await expect(readList(send as never, request, named, Infinity)).rejects.toThrow(
			'what is no record',
		);
	});
});

test('a list that has no second page although it counts more keeps what it gave', async () => {
	const send = async ({ query }: ApiRequest) => {
		if (Number(query?.offset) > 0) throw new Failure('refused', 'past', { code: 'PAST' });
		return await Promise.resolve({ total: 9, rows: numbers(3).map((id) => ({ id })) });
	};
	const listed = await readList(send, request, pages, Infinity);
	expect(listed.some().map(({ id }) => id)).toEqual(numbers(3));
	expect(() => listed.all()).toThrow('contradicts itself');
});

describe('a list that comes whole', () => {
	const whole: Pages = { ...pages, size: Infinity };
	const read = async (limit: number) => {
		const rows = [{ id: 1 }, { id: 1 }, { id: 2 }];
		return await readList(async () => await Promise.resolve({ rows }), request, whole, limit);
	};

	test('gives each row, also those that look alike', async () => {
		const listed = await read(Infinity);
		expect(listed.all()).toEqual([{ id: 1 }, { id: 1 }, { id: 2 }]);
		expect(listed.isEndless).toBe(false);
	});

	test('is cut at the limit', async () => {
		expect((await read(2)).all()).toEqual([{ id: 1 }, { id: 1 }]);
	});
});

describe('pages that another reading of the documents numbers otherwise', () => {
	/** A service that counts pages from 1 where the documents may mean offsets. */
	const read = async (count: number, more: Partial<Pages> = {}, past?: 'refused' | 'first') => {
		const asked: unknown[] = [];
		const send = async ({ query }: ApiRequest) => {
			let { page } = query as { page: number };
			asked.push(page);
			const isPast = page > 1 && (page - 1) * 3 >= count;
			if (isPast && past === 'refused') throw new Failure('refused', 'past', { code: 'PAST' });
			if (isPast && past === 'first') page = 1;
			const rows = numbers(count)
				.slice((page - 1) * 3, page * 3)
				.map((id) => ({ id }));
			return await Promise.resolve({ total: count, rows });
		};
		const numbered: Pages = {
			...pages,
			numbered: true,
			at: (offset) => ({ page: offset === 0 ? 1 : offset + 1 }),
			orAt: (offset, size) => ({ page: offset / size + 1 }),
			...more,
		};
		const listed = await readList(send, request, numbered, Infinity);
		return { asked, ids: listed.some().map(({ id }) => id), steady: listed.isSteady };
	};

	test('are asked for so where the first reading gives nothing although rows are left', async () => {
		const { asked, ids, steady } = await read(7);
		expect(ids).toEqual(numbers(7));
		expect(steady).toBe(true);
		expect(asked).toEqual([1, 4, 2, 3]);
	});

	test.each(['refused', 'first'] as const)(
		'are asked for so where the first reading is answered with: %s',
		async (past) => {
			const { asked, ids, steady } = await read(7, {}, past);
			expect([asked, ids, steady]).toEqual([[1, 4, 2, 3], numbers(7), true]);
		},
	);

	test('are not asked for where the list is empty', async () => {
		expect((await read(0)).asked).toEqual([1]);
	});

	test('are not asked for where the first reading is right', async () => {
		const { asked, ids } = await read(7, {
			at: (offset, size) => ({ page: offset / size + 1 }),
			orAt: () => ({ page: 1 }),
		});
		expect([asked, ids]).toEqual([[1, 2, 3], numbers(7)]);
	});

	test('are not asked for where nothing is left', async () => {
		expect((await read(3)).asked).toEqual([1]);
	});

	test('without another reading, the list is not steady', async () => {
		const { ids, steady } = await read(7, { orAt: undefined });
		expect([ids, steady]).toEqual([numbers(3), false]);
	});
});

test('a row is told by several fields, and by its place where it lacks one of them', async () => {
	const rows = [{ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 1 }, { a: 1 }, { a: 1, b: 2 }];
	const keyed: Pages = { ...pages, size: 9, key: ['a', 'b'], total: undefined };
	const listed = await readList(
		async () => await Promise.resolve({ rows }),
		request,
		keyed,
		Infinity,
	);
	expect(listed.some()).toEqual([{ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 1 }, { a: 1 }]);
});

test('rows without a key come once each, although each page begins with the last row of the one before', async () => {
	const rows = numbers(8).map((lag) => ({ lag }));
	const send = async ({ query }: ApiRequest) => {
		const { offset, limit } = query as { offset: number; limit: number };
		return await Promise.resolve({ total: 8, rows: rows.slice(offset, offset + limit) });
	};
	const listed = await readList(send, request, { ...pages, key: ['topic', 'lag'] }, Infinity);
	expect(listed.some()).toEqual(rows);
	expect(listed.isSteady).toBe(true);
});

test('rows without a key are each their own where tokens lead from page to page', async () => {
	let count = 0;
	const send = async () =>
		await Promise.resolve({ rows: [{ id: 1 }, { id: 1 }], last: ++count === 3 });
	const next: Pages['next'] = ({ last }) => (last ? undefined : { token: count });
	const listed = await readList(send, request, { ...pages, key: ['id', 'x'], next }, Infinity);
	expect(listed.isSteady).toBe(true);
	expect(listed.all()).toHaveLength(6);
});
