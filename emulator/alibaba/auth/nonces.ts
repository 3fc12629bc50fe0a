const KEEP = 10_000;

/** Signature nonces seen; each may be used once. Keeps the newest ten thousand. */
export class Nonces {
	private readonly seen = new Set<string>();

	/** True the first time a nonce comes. */
	accept(nonce: string): boolean {
		if (this.seen.has(nonce)) return false;
		this.seen.add(nonce);
		if (this.seen.size > KEEP) this.seen.delete(this.seen.values().next().value as string);
		return true;
	}
}
