import type { ApiRequest } from '../../../../../../nodes/shared/contract/vendor';
import { bought } from '../../../../../../nodes/TencentCloudKafka/resources/instance/purchase';

describe('what a purchase of Tencent Cloud instances brought', () => {
	const request = (InstanceNum?: number) =>
		({ body: { InstanceName: 'orders', InstanceNum } }) as unknown as ApiRequest;
	const deal = (DealName: string, ...InstanceIdList: string[]) => ({ DealName, InstanceIdList });

	test('includes an ID that is in no order', () => {
		expect(
			bought({ InstanceId: 'a', DealNames: ['d'], DealNameInstanceIdMapping: [] }, request()),
		).toEqual([{ json: { InstanceId: 'a', InstanceName: 'orders', DealName: 'd' } }]);
	});
	test('names an order without instances beside the IDs of the others', () => {
		const DealNameInstanceIdMapping = [deal('d1', 'a', 'b'), deal('d2')];
		const outcomes = bought({ InstanceId: 'a', DealNameInstanceIdMapping }, request(3));
		expect(outcomes.map(({ json }) => json.InstanceId)).toEqual(['a', 'b', null]);
		expect(outcomes.map(({ failed }) => failed)).toEqual([
			undefined,
			undefined,
			'order d2 did not create an instance',
		]);
	});
	test('is no success with fewer IDs than were asked for, even without an order to blame', () => {
		const DealNameInstanceIdMapping = [deal('d1', 'a')];
		const outcomes = bought({ InstanceId: 'a', DealNameInstanceIdMapping }, request(3));
		expect(outcomes.map(({ failed }) => failed)).toEqual([
			undefined,
			'the response names only 1 of 3 instances',
			'the response names only 1 of 3 instances',
		]);
	});
});
