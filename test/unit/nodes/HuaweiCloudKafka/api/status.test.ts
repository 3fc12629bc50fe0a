import { readFacts } from '../../../../../emulator/core/facts';
import {
	instanceStatusKind,
	taskStatusKind,
} from '../../../../../nodes/HuaweiCloudKafka/api/status';

interface Documented {
	instance: Array<{ status: string; kind: string }>;
	task: Array<{ status: string; kind: string }>;
	not_in_document: { instance: { values: string[] }; task: { values: string[] } };
}
const statuses = readFacts<Documented>('huawei', '_statuses.json');
const KINDS: Record<string, string> = {
	transitional: 'pending',
	failed: 'failed',
	stable: 'ready',
};

describe('a status of Huawei Cloud', () => {
	test.each(statuses.instance)('of an instance, $status, is $kind', ({ status, kind }) => {
		expect(instanceStatusKind(status)).toBe(KINDS[kind]);
		expect(instanceStatusKind(status.toLowerCase())).toBe(KINDS[kind]);
	});
	test.each(statuses.task)('of a task, $status, is $kind', ({ status, kind }) => {
		expect(taskStatusKind(status)).toBe(KINDS[kind]);
	});
	test('that only the SDK has is known, too', () => {
		for (const status of statuses.not_in_document.instance.values) {
			expect(instanceStatusKind(status)).not.toBe('unknown');
		}
		for (const status of statuses.not_in_document.task.values) {
			expect(taskStatusKind(status)).not.toBe('unknown');
		}
	});
	test.each(['NEW_ONE', '', undefined, null, 7, 'constructor'])(
		'that nobody knows, %j, is unknown and never ready',
		(status) => {
			expect(instanceStatusKind(status)).toBe('unknown');
			expect(taskStatusKind(status)).toBe('unknown');
		},
	);
});
