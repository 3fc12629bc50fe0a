/** The account that the scripts of this room set up. */
export const OWNER = {
	email: 'owner@example.com',
	password: 'Kafka-2-try',
	firstName: 'Kafka',
	lastName: 'Operator',
};

/** What n8n's REST API, the one behind its editor, answers. */
export class RestError extends Error {
	constructor(
		readonly status: number,
		readonly body: string,
		request: string,
	) {
		super(`${request} answered ${status}: ${body.slice(0, 500)}`);
	}
}

/** n8n's REST API, logged in as the owner. */
export class Rest {
	private cookie = '';

	private constructor(private readonly url: string) {}

	/** Logs in; sets the owner up where there is none yet. */
	static async open(url: string): Promise<Rest> {
		const rest = new Rest(url);
		try {
			await rest.send('POST', '/rest/owner/setup', OWNER);
		} catch (error) {
			if (!(error instanceof RestError)) throw error;
			const { email, password } = OWNER;
			await rest.send('POST', '/rest/login', { emailOrLdapLoginId: email, password });
		}
		return rest;
	}

	/**
	 * @returns The answer's `data`, where it has such an envelope
	 * @throws {RestError}
	 */
	async send<T>(method: string, path: string, body?: unknown): Promise<T> {
		const answer = await fetch(`${this.url}${path}`, {
			method,
			headers: {
				'content-type': 'application/json',
				'browser-id': 'managed-kafka',
				// A kept connection may have been closed meanwhile, which a busy machine notices too late.
				connection: 'close',
				cookie: this.cookie,
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await answer.text();
		if (!answer.ok) throw new RestError(answer.status, text, `${method} ${path}`);
		const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
		if (cookies.length > 0) this.cookie = cookies.join('; ');
		const parsed = (text ? JSON.parse(text) : {}) as T & { data?: T };
		return parsed.data ?? parsed;
	}

	get<T>(path: string): Promise<T> {
		return this.send<T>('GET', path);
	}

	post<T>(path: string, body: unknown): Promise<T> {
		return this.send<T>('POST', path, body);
	}
}
