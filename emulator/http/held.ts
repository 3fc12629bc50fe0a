import { setTimeout as delay } from 'node:timers/promises';

import type { VirtualClock } from '../core/clock';
import type { DelayEffect } from '../core/faultEffects';

/** The requests that faults hold back. */
export class Held {
	/** How many there are right now. */
	count = 0;
	private closed = false;
	private close = () => {};
	private readonly closing = new Promise<void>((resolve) => {
		this.close = resolve;
	});

	constructor(private readonly clock: VirtualClock) {}

	/**
	 * Holds a request back for a while.
	 * @throws Error when the emulator closes meanwhile
	 */
	async hold({ ms, clock }: DelayEffect): Promise<void> {
		const virtual = clock !== 'real' && this.clock.speed === 0;
		this.count += 1;
		try {
			// Whoever waits for the answer keeps the process alive, and nobody else needs to.
			const passed = virtual ? this.clock.wait(ms) : delay(ms, undefined, { ref: false });
			await Promise.race([passed, this.closing]);
		} finally {
			this.count -= 1;
		}
		if (this.closed) throw new Error('The emulator was closed while it held the request back.');
	}

	/** Ends all requests that are held back, without carrying them out. */
	end(): void {
		this.closed = true;
		this.close();
	}
}
