import { readFacts } from '../../../../../emulator/core/facts';
import {
	instanceStatus,
	routeStatus,
	taskStatus,
} from '../../../../../nodes/TencentCloudKafka/api/status';

interface Documented {
	values: Array<{ value: number; kind: string }>;
}
const statuses = readFacts<Record<'instance' | 'flow' | 'route', Documented>>(
	'tencent',
	'_statuses.json',
);
const KINDS: Record<string, string> = {
	transitional: 'pending',
	failed: 'failed',
	stable: 'ready',
};

/** Stable, but nothing that someone waits for: gone, or isolated. */
const OTHERWISE: Record<string, string> = { 3: 'gone', 5: 'failed' };

describe('a status of Tencent Cloud', () => {
	test.each(statuses.instance.values)('of an instance, $value, has its kind', ({ value, kind }) => {
		expect(instanceStatus(value).kind).toBe(OTHERWISE[value] ?? KINDS[kind]);
	});
	test.each(statuses.flow.values)('of a task, $value, has its kind', ({ value, kind }) => {
		expect(taskStatus(value).kind).toBe(KINDS[kind]);
	});
	test.each(statuses.route.values)('of a route, $value, has its kind', ({ value, kind }) => {
		expect(routeStatus(value).kind).toBe(KINDS[kind]);
	});
	test.each([6, 8, 99, '', null, undefined, 'constructor'])(
		'that nobody knows, %j, is unknown and never ready',
		(status) => {
			expect(instanceStatus(status).kind).toBe('unknown');
			expect(taskStatus(status === 6 ? 3 : status).kind).toBe('unknown');
		},
	);
});
