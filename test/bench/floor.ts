import crypto from 'node:crypto';

interface Call {
	algorithm: string;
	/** Absent for a bare hash. */
	key?: string | Buffer;
	data: string;
	encoding: 'hex' | 'base64';
}

const replay = ({ algorithm, key, data, encoding }: Call) =>
	key === undefined
		? crypto.hash(algorithm, data, encoding)
		: crypto.createHmac(algorithm, key).update(data).digest(encoding);

/**
 * What no signer can be faster than: the hashes and HMACs that a signature is made of, over the same
 * bytes, without anything around them. They are recorded from one signature.
 *
 * @param secret A hash over it is the look-up of a key derived before, and no part of the signature
 */
export function floorOf(sign: () => unknown, secret: string): () => void {
	sign();
	const { hash, createHmac } = crypto;
	const calls: Call[] = [];
	const recorder: Partial<typeof crypto> = {
		hash: ((algorithm: string, data: string, encoding: Call['encoding']) => {
			if (!data.includes(secret)) calls.push({ algorithm, data, encoding });
			return hash(algorithm, data, encoding);
		}) as typeof hash,
		createHmac: ((algorithm: string, key: string | Buffer) => ({
			update: (data: string) => ({
				digest(encoding: Call['encoding']) {
					calls.push({ algorithm, key, data, encoding });
					return createHmac(algorithm, key).update(data).digest(encoding);
				},
			}),
		})) as unknown as typeof createHmac,
	};
	Object.assign(crypto, recorder);
	sign();
	Object.assign(crypto, { hash, createHmac });
	// Flat copies: the recorded texts may be ropes, which the first hash over them flattens.
	const flat = calls.map((call) => ({ ...call, data: Buffer.from(call.data).toString() }));
	return () => flat.forEach(replay);
}
