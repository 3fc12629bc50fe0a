/** Many accounts of Huawei Cloud at the same moment, as of one node with a credential by expression. */
import { ensureSession, type HttpRequest } from '../../../credentials/session/huawei';
import { VirtualClock } from '../../support/virtualClock';
import { HUAWEI } from './support';

test('take turns at IAM, and the last one does not count as one that hangs', async () => {
	const clock = new VirtualClock();
	const time = {
		now: () => clock.now(),
		timeout: (duration: number) => clock.timeout(duration),
		waiting: clock,
	};
	const region = 'cn-north-4';
	const httpRequest: HttpRequest = async ({ abortSignal }) => {
		if (abortSignal?.aborted) throw Object.assign(new Error('stopped'), { code: 'ERR_CANCELED' });
		return {
			statusCode: 200,
			headers: {},
			body: { projects: [{ id: 'a'.repeat(32), name: region }] },
		};
	};
	const begun = clock.monotonic();
	const sessions = await Promise.all(
		Array.from({ length: 200 }, async (_, n) => {
			const credentials = { ...HUAWEI, projectId: '', accessKeyId: `MANYACCOUNTS${n}` };
			return await ensureSession(httpRequest, credentials, region, time);
		}),
	);
	expect(sessions).toHaveLength(200);
	// 5 a second is what it takes from one address.
	expect(clock.monotonic() - begun).toBeGreaterThan(39_000);
	clock.close();
});
