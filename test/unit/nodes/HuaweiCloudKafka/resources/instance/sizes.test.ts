import { checkSizes } from '../../../../../../nodes/HuaweiCloudKafka/resources/instance/sizes';

describe('the size of a Huawei Cloud instance', () => {
	const check = (product_id: string, broker_num: number, storage_space: number) => () =>
		checkSizes({ product_id, broker_num, storage_space });
	test('may be up to the limit of its flavor', () => {
		expect(check('c6.2u4g.cluster', 30, 300_000)).not.toThrow();
		expect(check('kafka.4u8g.cluster', 30, 600_000)).not.toThrow();
		expect(check('c6.8u16g.cluster', 50, 1_500_000)).not.toThrow();
		expect(check('something-new', 50, 1_500_000)).not.toThrow();
	});
	test('may not be above the limit of its flavor', () => {
		expect(check('c6.2u4g.cluster', 31, 300)).toThrow("'Brokers' is 31");
		expect(check('c6.2u4g.cluster', 3, 300_001)).toThrow("'Storage (GB)' is 300001");
		expect(check('c6.4u8g.cluster', 3, 600_001)).toThrow("'Storage (GB)' is 600001");
	});
});
