import type { IAllExecuteFunctions } from 'n8n-workflow';

import { Failure } from '../../../../nodes/shared/contract/failure';
import { Secrets } from '../../../../nodes/shared/request/secrets';
import { exchange } from '../../../../nodes/shared/request/transport';

/** How a fault of the network, as axios throws it, is taken. */
async function takenFor(fault: object): Promise<Failure> {
	const context = {
		helpers: {
			httpRequestWithAuthentication: async () =>
				await Promise.reject(Object.assign(new Error('x'), { isAxiosError: true }, fault)),
		},
	} as unknown as IAllExecuteFunctions;
	try {
		const sending = { context, vendor: { credential: 'c' }, secrets: new Secrets() };
		await exchange(sending, { url: '/', baseURL: 'https://kafka.example' }, 'read');
	} catch (error) {
		if (error instanceof Failure) return error;
	}
	throw new Error('It was taken for something else');
}

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
	'EHOSTUNREACH at a %s, on a connection that stood, leaves it open',
	async (syscall) => {
		expect(await takenFor({ code: 'EHOSTUNREACH', syscall })).toMatchObject({
			kind: 'lost',
			mayHaveHappened: true,
		});
	},
);
