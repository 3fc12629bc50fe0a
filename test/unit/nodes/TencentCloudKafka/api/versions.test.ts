/** Names of broker builds: the API writes them in two ways, the console's page 597/57243 in a third one. */
import { isSameBuild } from '../../../../../nodes/TencentCloudKafka/api/versions';

test.each(['v2.8.1_r1.1.7', '2.8.1_1.1.7', '2.8.1_v1.1.7', 'V2.8.1_R1.1.7'])(
	'%s is build 1.1.7 of 2.8.1',
	(build) => {
		expect(isSameBuild(build, 'v2.8.1_r1.1.7')).toBe(true);
		expect(isSameBuild('2.8.1_1.1.7', build)).toBe(true);
	},
);

test.each([
	['v2.8.1_r1.1.7', 'v2.8.1_r1.1.8'],
	['v2.8.1_r1.1.7', 'v2.4.2_r1.1.7'],
	['2.8.1', 'v2.8.1_r1.1.7'],
	['', ''],
	[null, undefined],
])('%s and %s are no one build', (one, other) => {
	expect(isSameBuild(one, other)).toBe(false);
});
