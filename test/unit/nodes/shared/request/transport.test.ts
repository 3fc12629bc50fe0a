import type { IAllExecuteFunctions } from 'n8n-workflow';

import { Failure } from '../../../../../nodes/shared/contract/failure';
import { Secrets } from '../../../../../nodes/shared/request/secrets';
import { exchange } from '../../../../../nodes/shared/request/transport';
import { VirtualClock } from '../../../../support/virtualClock';

const clock = new VirtualClock({ start: 1_000, auto: false });
afterAll(() => clock.close());

/** What comes of a request that n8n sends so. */
async function exchanged(send: () => Promise<unknown>) {
	const context = { helpers: { httpRequestWithAuthentication: send } };
	const sending = {
		context: context as unknown as IAllExecuteFunctions,
		vendor: { credential: 'c' },
		clock,
		secrets: new Secrets(),
		confirm: () => undefined,
	};
	return await exchange(sending, { url: '/', baseURL: 'https://kafka.example' }, 'read');
}

const axiosError = (more: object) =>
	Object.assign(new Error('x'), { isAxiosError: true, config: { headers: {} } }, more);

/** How a fault of the network, as axios throws it, is taken. */
async function takenFor(fault: object): Promise<Failure> {
	const error: unknown = await exchanged(async () => await Promise.reject(axiosError(fault))).catch(
		(thrown: unknown) => thrown,
	);
	if (error instanceof Failure) return error;
	throw new Error('It was taken for something else');
}

describe('a fault of the network', () => {
	test.each([
		['ECONNREFUSED', 'connect'],
		['ENOTFOUND', 'getaddrinfo'],
		['EAI_AGAIN', 'getaddrinfo'],
		['EHOSTUNREACH', 'connect'],
		['ENETUNREACH', undefined],
	])('%s at %s proves that nothing was sent', async (code, syscall) => {
		expect(await takenFor({ code, syscall })).toMatchObject({
			kind: 'unreachable',
			mayHaveHappened: false,
		});
	});

	test.each(['read', 'write'])(
		'EHOSTUNREACH at a %s, on a connection that stood, leaves open what happened',
		async (syscall) => {
			expect(await takenFor({ code: 'EHOSTUNREACH', syscall })).toMatchObject({
				kind: 'lost',
				mayHaveHappened: true,
			});
		},
	);

	test('is no defect of ours: its error, which holds signed headers, is not kept as the cause', async () => {
		for (const code of ['ECONNREFUSED', 'ECONNRESET', undefined]) {
			expect((await takenFor({ code, syscall: 'read' })).cause).toBeUndefined();
		}
	});
});

describe('an answer', () => {
	test('comes with the time at which it arrived, whatever its status', async () => {
		const answer = { statusCode: 429, headers: { 'Retry-After': '7' }, body: { a: 1 } };
		const sent = exchanged(async () => {
			clock.advance(500);
			return await Promise.resolve(answer);
		});
		expect(await sent).toEqual({
			status: 429,
			headers: { 'retry-after': '7' },
			body: { a: 1 },
			receivedAt: clock.now(),
		});
		expect(clock.now()).toBe(1_500);
	});

	test('with status 401, which n8n throws, is one like any other', async () => {
		const response = { status: 401, headers: { Date: 'now' }, data: 'no' };
		const sent = exchanged(async () => await Promise.reject(axiosError({ response })));
		expect(await sent).toEqual({
			status: 401,
			headers: { date: 'now' },
			body: 'no',
			receivedAt: clock.now(),
		});
	});
});
