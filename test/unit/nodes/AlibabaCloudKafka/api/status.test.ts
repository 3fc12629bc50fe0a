/** Statuses: two fields that give the same numbers other meanings. */
import { readFacts } from '../../../../../emulator/core/facts';
import {
	SERVICE_STATUSES,
	VIEW_STATUSES,
	instanceStatus,
	isOutOfService,
	isReleased,
	waitsForDeployment,
} from '../../../../../nodes/AlibabaCloudKafka/api/status';

interface Fact {
	field: string;
	value: number | string;
	kind: string;
}
const { statuses, not_in_the_document } = readFacts<
	Record<'statuses' | 'not_in_the_document', Fact[]>
>('alibaba', '_statuses.json');
const of = (field: string) =>
	[...statuses, ...not_in_the_document].filter((fact) => fact.field.endsWith(field));

const KINDS: Record<string, string[]> = {
	transitional: ['pending'],
	failed: ['failed', 'unknown'],
	stable: ['ready', 'idle', 'gone'],
};

test.each(['ServiceStatus', 'ViewInstanceStatusCode'])(
	'every documented %s of an AliKafka instance has its kind',
	(field) => {
		const documented = of(`.${field}`);
		expect(documented.length).toBeGreaterThan(10);
		for (const { value, kind } of documented) {
			expect(KINDS[kind]).toContain(instanceStatus({ [field]: value }).kind);
		}
		const table = field === 'ServiceStatus' ? SERVICE_STATUSES : VIEW_STATUSES;
		expect(Object.keys(table).sort()).toEqual(documented.map(({ value }) => String(value)).sort());
	},
);

test.each([
	[{ ServiceStatus: 5 }, 'running', 'ready'],
	[{ ServiceStatus: '5' }, 'running', 'ready'],
	[{ ServiceStatus: 5, ViewInstanceStatusCode: 2 }, 'running', 'ready'],
	[{ ServiceStatus: 5, ViewInstanceStatusCode: 4 }, 'about to expire', 'ready'],
	[{ ServiceStatus: 5, ViewInstanceStatusCode: 3 }, 'stopped', 'idle'],
	[{ ServiceStatus: 2, ViewInstanceStatusCode: 1 }, 'deploying', 'pending'],
	[{ ServiceStatus: 8, ViewInstanceStatusCode: 2 }, 'upgrading', 'pending'],
	[{ ServiceStatus: 0, ViewInstanceStatusCode: 0 }, 'waiting for deployment', 'idle'],
	[{ ServiceStatus: 15, ViewInstanceStatusCode: 6 }, 'released', 'gone'],
	[{ ServiceStatus: 15, ViewInstanceStatusCode: 5 }, 'expired', 'idle'],
	[{ ServiceStatus: 77 }, 'ServiceStatus 77', 'unknown'],
	[{ ServiceStatus: 5, ViewInstanceStatusCode: 77 }, 'ViewInstanceStatusCode 77', 'unknown'],
	[{ ServiceStatus: 'constructor' }, 'ServiceStatus constructor', 'unknown'],
	[{ ServiceStatus: null }, 'unknown', 'unknown'],
	[{}, 'unknown', 'unknown'],
])('the AliKafka instance %j is %s, %s', (record, status, kind) => {
	expect(instanceStatus(record)).toEqual({ status, kind });
});

test('an AliKafka instance tells whether it can be deployed, and whether it can be deleted', () => {
	expect(waitsForDeployment({ ServiceStatus: 0 })).toBe(true);
	expect(waitsForDeployment({ ServiceStatus: 0, ViewInstanceStatusCode: 1 })).toBe(false);
	// A stopped instance reads 15 too.
	expect(isReleased({ ServiceStatus: 15 })).toBe(false);
	expect(isOutOfService({ ServiceStatus: 15 })).toBe(true);
	expect(isOutOfService({ ServiceStatus: 15, ViewInstanceStatusCode: 3 })).toBe(false);
	expect(isReleased({ ServiceStatus: 15, ViewInstanceStatusCode: 3 })).toBe(false);
	expect(isReleased({ ServiceStatus: 10 })).toBe(true);
	expect(isReleased({ ServiceStatus: 5, ViewInstanceStatusCode: 6 })).toBe(true);
	expect(isReleased({ ServiceStatus: 5, ViewInstanceStatusCode: 2 })).toBe(false);
});
