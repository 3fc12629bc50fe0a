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

	test('fits the type of the flavor, by its ID and by its alias', () => {
		expect(check('s6.2u4g.single.small', 1, 100)).not.toThrow();
		expect(check('c6.2u4g.single', 1, 100)).not.toThrow();
		expect(check('s6.2u4g.cluster.small', 3, 300)).not.toThrow();
		for (const flavor of ['s6.2u4g.single.small', 'c6.2u4g.single', 'kafka.2u4g.single']) {
			expect(check(flavor, 3, 300)).toThrow("'Brokers' is 3");
		}
		for (const flavor of ['s6.2u4g.cluster.small', 'c6.2u4g.cluster', 'kafka.8u16g.cluster']) {
			expect(check(flavor, 1, 100)).toThrow("'Brokers' is 1");
			expect(check(flavor, 2, 200)).toThrow("'Brokers' is 2");
		}
		expect(check('something-new', 2, 200)).not.toThrow();
	});

	test('is at least 100 GB per broker', () => {
		expect(check('c6.2u4g.cluster', 3, 299)).toThrow("'Storage (GB)' is 299");
		expect(check('something-new', 5, 499)).toThrow("'Storage (GB)' is 499");
	});
});
