import dns from 'node:dns';

import { closeAtEnd } from './closing';

/** The domain of hosts that lead to an emulated cloud of this machine: `http://{service}.{region}.localhost`. */
export const HERE = 'localhost';

type Answered = (error: Error | null, address?: unknown, family?: number) => void;

const notFound = (host: string) =>
	Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), {
		code: 'ENOTFOUND',
		errno: -3008,
		syscall: 'getaddrinfo',
		hostname: host,
	});

/**
 * Makes all hosts of this domain lead to this machine until the test ends.
 *
 * @param missing Parts of the names that do not exist: `cn-beijing`
 */
export const nameHosts = (missing: readonly string[] = []): void =>
	leadHosts(HERE, '127.0.0.1', missing);

/** Makes all hosts of a domain lead to an address until the test ends. */
export function leadHosts(domain: string, address: string, missing: readonly string[] = []): void {
	const original = dns.lookup;
	const lookup = (host: string, options: unknown, answered: Answered) => {
		if (!host.endsWith(`.${domain}`)) {
			return original(host, options as never, answered as never);
		}
		const all = (options as { all?: boolean } | undefined)?.all === true;
		process.nextTick(() => {
			if (host.split('.').some((part) => missing.includes(part))) answered(notFound(host));
			else if (all) answered(null, [{ address, family: 4 }]);
			else answered(null, address, 4);
		});
	};
	dns.lookup = lookup as never;
	closeAtEnd(async () => {
		dns.lookup = original;
		await Promise.resolve();
	});
}
