/** Something that happens at a point of virtual time. */
interface Entry {
	at: number;
	effect: (at: number) => void;
}

/**
 * What is going to happen, in the order of virtual time. Nothing runs by itself: `settle` carries
 * out all that is due, so a life cycle needs no timers and can be skipped through.
 */
export class Agenda {
	private entries: Entry[] = [];

	/** Plans an effect; it receives its own time, which may be earlier than when it is settled. */
	plan(at: number, effect: (at: number) => void): void {
		this.entries.push({ at, effect });
		this.entries.sort((a, b) => a.at - b.at);
	}

	/** Virtual time of what comes next; null when nothing is planned. */
	get next(): number | null {
		return this.entries[0]?.at ?? null;
	}

	/** Carries out everything due by `now`, including what effects plan for before `now`. */
	settle(now: number): void {
		for (let next = this.entries[0]; next && next.at <= now; next = this.entries[0]) {
			this.entries.shift();
			next.effect(next.at);
		}
	}

	/** Forgets everything planned. */
	cancel(): void {
		this.entries = [];
	}
}
