/** Two copies of the code in one process, as with the package of all clouds and that of one: what they must share. */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { inspect } from 'node:util';

import { closeAtEnd } from '../../support/closing';
import { VirtualClock } from '../../support/virtualClock';

interface Copy {
	common: typeof import('../../../credentials/session/copies');
	creates: typeof import('../../../nodes/shared/create/recentCreates');
	deletions: typeof import('../../../nodes/AlibabaCloudKafka/api/deletions');
	iam: typeof import('../../../credentials/session/huaweiIam');
	kept: typeof import('../../../credentials/session/kept');
	rates: typeof import('../../../nodes/shared/request/rateLimit');
	roles: typeof import('../../../credentials/session/roles');
}

async function newCopy(): Promise<Copy> {
	let copy: Copy | undefined;
	await jest.isolateModulesAsync(async () => {
		copy = {
			common: await import('../../../credentials/session/copies'),
			creates: await import('../../../nodes/shared/create/recentCreates'),
			deletions: await import('../../../nodes/AlibabaCloudKafka/api/deletions'),
			iam: await import('../../../credentials/session/huaweiIam'),
			kept: await import('../../../credentials/session/kept'),
			rates: await import('../../../nodes/shared/request/rateLimit'),
			roles: await import('../../../credentials/session/roles'),
		};
	});
	return copy as Copy;
}

let one: Copy;
let other: Copy;
const clock = new VirtualClock();
beforeAll(async () => {
	closeAtEnd(async () => await Promise.resolve(clock.close()));
	[one, other] = [await newCopy(), await newCopy()];
});

test('are two', () => {
	expect(other.creates.remember).not.toBe(one.creates.remember);
	expect(other.iam.IamRefusal).not.toBe(one.iam.IamRefusal);
});

test('what one is creating, the other waits for', async () => {
	const events: string[] = [];
	const task = (name: string) => async () => {
		events.push(`${name} begins`);
		await clock.sleep(1000);
		events.push(`${name} ends`);
	};
	await Promise.all([
		one.rates.oneAtATime('here|id|orders', task('first'), { clock }),
		other.rates.oneAtATime('here|id|orders', task('second'), { clock }),
	]);
	expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('they share the rate of an account', async () => {
	const starts: number[] = [];
	const pace = { perSecond: 1, atOnce: 8 };
	const start = clock.monotonic();
	const task = async () => {
		starts.push(Math.round(clock.monotonic() - start));
		await Promise.resolve();
	};
	await Promise.all(
		[one, other, one].map(async ({ rates }) => {
			await rates.inTurn('here|DeleteTopic', pace, task, { clock });
		}),
	);
	expect(starts).toEqual([0, 1000, 2000]);
});

test('what one has created or may have created, the other knows', () => {
	one.creates.remember(clock, 'here|id|orders', [{ id: 'i-1' }], 'id');
	expect(other.creates.recall(clock, 'here|id|orders')).toEqual([{ id: 'i-1' }]);
	other.creates.doubt(clock, 'here|id|payments');
	expect(one.creates.inDoubt(clock, 'here|id|payments')).toBe(true);
});

test('what one has deleted, the other does not take for what exists', async () => {
	const rows = [[{ name: 'a' }], []];
	const item = {
		addressee: 'here',
		clock,
		pause: async () => await Promise.resolve(),
	} as never;
	one.deletions.noteDeleted(item, { name: 'a' });
	const look = async () => await Promise.resolve(rows.shift() ?? []);
	expect(await other.deletions.existingNow(item, { name: 'a' }, look)).toEqual([]);
});

/** Keys of a role that both grant, counting how often somebody asks for them. */
const granting = ({ roles }: Copy, grants: string[]) =>
	new roles.Roles<{ id: string }>({
		name: 'roles of a test',
		service: { name: 'STS', field: 'STS Endpoint' },
		assumes: () => true,
		dependsOn: ({ roleArn }) => roleArn,
		grant: async () => {
			const id = `key ${grants.push('granted')}`;
			return await Promise.resolve({
				keys: { id },
				expiresAt: clock.now() + 3_600_000,
				duration: 3600,
			});
		},
	});

test('what one has signed with, the other knows, and takes back when it is refused', async () => {
	const grants: string[] = [];
	const [signing, sending] = [granting(one, grants), granting(other, grants)];
	const time = {
		now: () => clock.now(),
		timeout: (ms: number) => clock.timeout(ms),
		waiting: clock,
	};
	const noRequest = async () => await Promise.reject(new Error('No request is needed'));
	const made = (): ICredentialDataDecryptedObject => ({ roleArn: 'r' });

	const first = made();
	await signing.ensure(noRequest, first, time);
	expect(signing.keysFor(first, clock.now())).toEqual({ id: 'key 1' });
	expect(sending.sentWith(first)).toEqual([expect.objectContaining({ keys: { id: 'key 1' } })]);
	expect(sending.refuse(first)).toBe(true);

	const second = made();
	await signing.ensure(noRequest, second, time);
	expect(signing.keysFor(second, clock.now())).toEqual({ id: 'key 2' });
	expect(grants).toHaveLength(2);
});

test('where one ends a fetch, the other knows', () => {
	const data = { accessKeyId: 'a' };
	one.kept.endSessionAt(data, new AbortController().signal);
	expect(other.kept.isInRun(data)).toBe(true);
	expect(other.kept.isInRun({ accessKeyId: 'a' })).toBe(false);
});

test('a refusal by IAM is one in the other, too', async () => {
	const { UserError } = await import('n8n-workflow');
	expect(new one.iam.IamRefusal('No', 403)).toBeInstanceOf(other.iam.IamRefusal);
	expect(new UserError('No')).not.toBeInstanceOf(other.iam.IamRefusal);
});

test('a process that lets nobody write there has a copy work for itself', async () => {
	const key = Symbol.for('n8n-nodes-managed-kafka');
	const before: unknown = Reflect.get(Symbol, key);
	Reflect.deleteProperty(Symbol, key);
	const refuse = jest.spyOn(Reflect, 'defineProperty').mockReturnValue(false);
	const alone = await newCopy();
	refuse.mockRestore();
	expect(Reflect.has(Symbol, key)).toBe(false);
	Reflect.defineProperty(Symbol, key, { value: before, configurable: true });
	const kept = alone.common.sharedByCopies('a test', () => new Map());
	expect(alone.common.sharedByCopies('a test', () => new Map())).toBe(kept);
	expect(one.common.sharedByCopies('a test', () => new Map())).not.toBe(kept);
});

test('what they share, nobody reads who has no more than the global Symbol, as expressions do', () => {
	one.common.sharedByCopies(
		'a secret',
		() => new Map([['id', { keys: { secret: 'Tops3cret!' } }]]),
	);
	const there: unknown = Reflect.get(Symbol, Symbol.for('n8n-nodes-managed-kafka'));
	const asked = [undefined, null, '', {}, Symbol, Object].map((pass) =>
		(there as (pass: unknown) => unknown)(pass),
	);
	expect(asked).toEqual(asked.map(() => undefined));
	expect(inspect(there, { depth: Infinity, showHidden: true })).not.toContain('Tops3cret!');
	expect(other.common.sharedByCopies('a secret', () => new Map()).size).toBe(1);
});
