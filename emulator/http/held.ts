import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import type { VirtualClock } from '../core/clock';
import type { DelayEffect } from '../core/faultEffects';

/** Between two bytes of an answer that trickles, milliseconds of somebody else's clock; a tenth of it of the real one. */
const TRICKLE = 2_000;

/** The requests that faults hold back. */
export class Held {
	/** How many there are right now whose client still waits. */
	count = 0;
	private closed = false;
	private close = () => {};
	private readonly closing = new Promise<void>((resolve) => {
		this.close = resolve;
	});

	constructor(private readonly clock: VirtualClock) {}

	/**
	 * Holds a request back for a while.
	 * @param client to which the answer goes
	 * @throws Error when the emulator closes meanwhile
	 */
	async hold({ ms, clock }: DelayEffect, client: ServerResponse): Promise<void> {
		const { outside, speed } = this.clock;
		const pass = async () => {
			if (clock === 'real') return await delay(ms, undefined, { ref: false });
			if (outside) return await outside.sleep(ms);
			// Whoever waits for the answer keeps the process alive, and nobody else needs to.
			await (speed === 0 ? this.clock.wait(ms) : delay(ms, undefined, { ref: false }));
		};
		const leave = this.enter(client);
		try {
			await Promise.race([pass(), this.closing]);
		} finally {
			leave();
		}
		if (this.closed) throw new Error('The emulator was closed while it held the request back.');
	}

	/**
	 * Sends a byte now and then until the client goes away.
	 * @param client to which the answer goes, begun already
	 */
	async trickle(client: ServerResponse): Promise<void> {
		const { outside } = this.clock;
		const leave = this.enter(client);
		while (!client.destroyed && !this.closed) {
			// White space, which may stand before any JSON.
			client.write(' ');
			await (outside ? outside.sleep(TRICKLE) : delay(TRICKLE / 10, undefined, { ref: false }));
		}
		leave();
	}

	/** Counts a request until its client goes away, or until what it returns is called. */
	private enter(client: ServerResponse): () => void {
		let isWaiting = true;
		const leave = () => {
			client.off('close', leave);
			if (isWaiting) this.count -= 1;
			isWaiting = false;
		};
		this.count += 1;
		client.once('close', leave);
		return leave;
	}

	/** Ends all requests that are held back, without carrying them out. */
	end(): void {
		this.closed = true;
		this.close();
	}
}
