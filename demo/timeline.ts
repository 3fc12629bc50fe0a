import { setTimeout as sleep } from 'node:timers/promises';

import type { Emulator, RecordedRequest } from '../emulator';

const useColour = process.stdout.isTTY === true;
const paint = (code: number, text: string) =>
	useColour ? `\u001b[${code}m${text}\u001b[0m` : text;
const grey = (text: string) => paint(90, text);
const green = (text: string) => paint(32, text);
const bold = (text: string) => paint(1, text);

/** "0:12:40": time that passed in the emulated cloud. */
function clockTime(milliseconds: number): string {
	const seconds = Math.floor(milliseconds / 1000);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** What a step of the demo found to be otherwise than it should be. */
export class CheckFailed extends Error {}

/** Prints what happens, as it happens: steps, requests with their answers, statuses and checks. Repeated requests are counted. */
export class Timeline {
	private shown = 0;
	/** What the last request line says, and the requests since that say the same. */
	private last = '';
	private repeated: RecordedRequest[] = [];
	private readonly ticker: NodeJS.Timeout;
	private readonly start: number;
	private readonly realStart = Date.now();
	checks = 0;
	requests = 0;

	/**
	 * @param print Where the lines go
	 * @param pass Lets so many milliseconds pass in the cloud; by default in real time, at the cloud's speed
	 */
	constructor(
		private readonly emulator: Emulator,
		private readonly print: (line: string) => void = console.log,
		readonly pass = async (milliseconds: number): Promise<void> =>
			await sleep(milliseconds / emulator.clock.speed),
	) {
		this.start = emulator.clock.now();
		this.ticker = setInterval(() => this.flush(), 50);
	}

	stop(): void {
		clearInterval(this.ticker);
		this.endRequests();
	}

	/** Real time since the start, seconds. */
	get seconds(): number {
		return (Date.now() - this.realStart) / 1000;
	}

	/**
	 * @param title What happens
	 * @param stake What is at stake in it
	 */
	step(title: string, stake?: string): void {
		this.endRequests();
		this.print(`\n${bold(title)}`);
		if (stake) this.print(`   ${stake}`);
	}

	say(text: string): void {
		this.endRequests();
		this.print(`  ${this.stamp(this.emulator.clock.now())}  ${text}`);
	}

	/** Holds what came out against what has to be true; the demo ends at the first that is not. */
	check(what: string, holds: boolean): void {
		this.endRequests();
		if (!holds) throw new CheckFailed(what);
		this.checks++;
		this.print(`  ${green('ok')} ${what}`);
	}

	private stamp(time: number): string {
		return grey(clockTime(time - this.start));
	}

	/** Prints the requests that were answered since the last time. */
	private flush(): void {
		const { requests } = this.emulator;
		while (this.shown < requests.length && requests[this.shown].status !== 0) {
			const request = requests[this.shown++];
			this.requests++;
			this.tell(request);
		}
	}

	/** A request like the one before it is only counted. */
	private tell(request: RecordedRequest): void {
		const line = describe(request);
		if (line === this.last) {
			this.repeated.push(request);
			return;
		}
		this.tellRepeated();
		this.last = line;
		this.print(`  ${this.stamp(request.virtualTime)}  ${grey(line)}`);
	}

	private tellRepeated(): void {
		const end = this.repeated.at(-1);
		if (!end) return;
		const more = this.repeated.length === 1 ? 'once more' : `${this.repeated.length} times more`;
		this.print(`  ${this.stamp(end.virtualTime)}  ${grey(`… ${more}`)}`);
		this.repeated = [];
	}

	/** Everything that was answered is on the screen, and what comes next begins anew. */
	private endRequests(): void {
		this.flush();
		this.tellRepeated();
		this.last = '';
	}
}

const shorten = (path: string) =>
	path.replace(/[0-9a-f]{32}/g, '…').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');

const describe = ({ method, path, status, operation }: RecordedRequest) =>
	`${method.padEnd(6)} ${shorten(path)} -> ${status}${operation ? `  ${operation}` : ''}`;
