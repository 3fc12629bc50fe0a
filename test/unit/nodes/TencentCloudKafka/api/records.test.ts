/** Times of the API, whose unit the reference does not say. */
import { inSeconds, momentOf } from '../../../../../nodes/TencentCloudKafka/api/records';

test.each([
	[1_734_837_392, '2024-12-22T03:16:32.000Z'],
	[1_734_837_392_000, '2024-12-22T03:16:32.000Z'],
	['1734837392', '2024-12-22T03:16:32.000Z'],
	// "Never", in seconds: taken for milliseconds, it would be 1978, and an instance would have expired.
	[253_402_271_999, '9999-12-31T15:59:59.000Z'],
])('%p is %s', (time, expected) => {
	expect(new Date(Number(momentOf(time))).toISOString()).toBe(expected);
});

test.each([0, -62_170_009_580, '0000-00-00 00:00:00', '', null, undefined, [], 1.5])(
	'%p is no moment',
	(time) => {
		expect([inSeconds(time), momentOf(time)]).toEqual([undefined, undefined]);
	},
);
