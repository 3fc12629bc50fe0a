import { readFacts } from '../../../../../../emulator/core/facts';
import { FINDINGS } from '../../../../../../nodes/TencentCloudCls/resources/logService/statuses';

interface Documented {
	values: Array<{ value: number }>;
}
const { clsKafkaCheck } = readFacts<Record<'clsKafkaCheck', Documented>>(
	'tencent',
	'_statuses.json',
);

test('every status of the check of the Log Service has its words, with what to do unless all is well', () => {
	for (const { value } of clsKafkaCheck.values) {
		const [finding, advice] = FINDINGS.get(value) ?? [];
		expect(finding).toBeTruthy();
		expect(Boolean(advice)).toBe(value !== 0);
	}
});
