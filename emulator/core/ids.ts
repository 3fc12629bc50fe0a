import { createHash } from 'node:crypto';

/** Makes IDs that look random and are the same in every run (for the same seed). */
export class Ids {
	private count = 0;

	constructor(private readonly seed: string) {}

	/** 32 hex digits, as of tasks, projects and zones. */
	hex(): string {
		this.count += 1;
		return createHash('md5').update(`${this.seed}/${this.count}`).digest('hex');
	}

	/** A UUID (version 4 form), as of instances. */
	uuid(): string {
		const h = this.hex();
		return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20)}`;
	}

	/** A number from 0 up to `below`. */
	number(below: number): number {
		return parseInt(this.hex().slice(0, 8), 16) % below;
	}
}
