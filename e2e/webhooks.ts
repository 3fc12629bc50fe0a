/** Calls a webhook as another program does. */
export const post = async (url: string, body: object = {}): Promise<Response> =>
	await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', connection: 'close' },
		body: JSON.stringify(body),
	});
