/** Creates whose answer is lost, of names that may have been there before: only what is known is told. */
import type { FaultEffect } from '../../../emulator';
import type { Cloud, VendorName } from '../../support/stage';
import { KINDS, type Kind } from '../../support/creates/kinds';
import { homeOf, openPlayground, readable, start } from '../../support/creates/play';

const VENDORS = Object.keys(KINDS) as VendorName[];
const clouds = {} as Record<VendorName, Cloud>;

beforeAll(async () => {
	for (const vendor of VENDORS) {
		clouds[vendor] = await openPlayground(vendor);
		// The clouds' clocks are ahead of n8n's.
		clouds[vendor].em.clock.advance(3 * 60_000);
	}
});

/** A cut before the create was carried out, after it, and a refusal whose answer is lost. */
const LOST: Array<[string, FaultEffect]> = [
	['lost on the way there', { kind: 'cut', when: 'before' }],
	['lost on the way back', { kind: 'cut', when: 'after' }],
];

const UNTOLD = 'what was requested exists, but it is not known whether this request created it';
const THERE = 'already exists';
const OLD = 'one with this name already existed, and the response was lost';

const unique = Object.values(KINDS)
	.flat()
	.filter(({ unique: is }) => is);
const titled = unique.map((kind): [string, Kind] => [`${kind.vendor} ${kind.operation}`, kind]);

describe.each(titled)('%s', (_, kind) => {
	const { vendor, operation, api } = kind;
	let cloud: Cloud;
	let home: string;
	const create = async (more = {}) =>
		await start(cloud, vendor, operation, { ...kind.parameters(home), ...more }, [{ n: 'orders' }]);

	beforeEach(() => {
		cloud = clouds[vendor];
		cloud.forget();
		home = homeOf(cloud, vendor, operation.startsWith('acl/') ? ['orders'] : []);
	});

	test('what it made is found again where the cloud says since when it is there', async () => {
		cloud.em.faults.add({ operation: api, effect: { kind: 'cut', when: 'after' } });
		const run = await create();
		expect(cloud.sent(api)).toBeSent(1);
		const isKnown = kind.dated || kind.looksFirst;
		if (isKnown) expect(run.items('K')).toMatchObject([{ created: true, recovered: true }]);
		else expect(readable(run)).toContain(UNTOLD);
		expect(readable(run)).toContain(kind.operation === 'acl/createMany' ? 'seeded' : 'orders');
	});

	test('what it made is found again with Create If Absent', async () => {
		cloud.em.faults.add({ operation: api, effect: { kind: 'cut', when: 'after' } });
		const run = await create({ createIfAbsent: true });
		expect(run.items('K')).toMatchObject([{ created: true, recovered: true }]);
		expect(cloud.sent(api)).toBeSent(1);
	});

	test.each(LOST)(
		'one made by others a minute before is not its own, %s',
		async (_case, effect) => {
			await create();
			const held = kind.held(cloud.em, home);
			// This process does not remember any more to have made it.
			cloud.clock.advance(cloud.clock.times.listingLag + 1);
			cloud.forget();
			cloud.em.faults.add({ operation: api, effect });
			const run = await create();
			expect(readable(run)).toContain(kind.looksFirst ? THERE : kind.dated ? OLD : UNTOLD);
			expect(run.error).toBeDefined();
			expect(kind.held(cloud.em, home)).toEqual(held);
			expect(cloud.sent(api)).toBeSent(kind.looksFirst ? 0 : 1);
		},
	);
});

describe('Huawei Cloud topic', () => {
	const kind = KINDS.huawei.find(({ operation }) => operation === 'topic/create') as Kind;
	const run = async (names: string[]) => {
		const given = { ...kind.parameters(homeOf(clouds.huawei, 'huawei', [])) };
		const items = names.map((n) => ({ n }));
		const settings = { onError: 'continueErrorOutput' as const };
		return await start(clouds.huawei, 'huawei', kind.operation, given, items, settings);
	};
	beforeEach(() => clouds.huawei.forget());

	test('one that an earlier item has just made is not made by a later one', async () => {
		const effect: FaultEffect = { kind: 'cut', when: 'before' };
		clouds.huawei.em.faults.add({ operation: kind.api, nth: 2, effect });
		const ran = await run(['orders', 'orders']);
		expect(ran.items('K')).toMatchObject([{ name: 'orders', created: true }]);
		expect(readable(ran)).toContain(OLD);
	});

	test('without the time of the cloud its own is not told from an older one', async () => {
		const { em } = clouds.huawei;
		em.faults.add({ operation: kind.api, effect: { kind: 'cut', when: 'after' } });
		const topics = [{ name: 'orders', created_at: em.clock.now() }];
		em.faults.add({
			operation: 'ListInstanceTopics',
			effect: {
				kind: 'answer',
				status: 200,
				body: { total: 1, topics },
				headers: { date: 'today' },
			},
		});
		expect(readable(await run(['orders']))).toContain(UNTOLD);
	});
});
