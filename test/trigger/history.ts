import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { fakeContext, type Answer } from '../support/fakeContext';
import type { Instance, ListedCloud, Trouble } from './listedClouds';
import type { VirtualClock } from '../support/virtualClock';
import {
	LENGTHS,
	MOST_EVENTS,
	type HistoryEvent,
	type HistoryStep,
	type Outage,
	type Partly,
	type Slow,
} from './historyPlans';
import { pollLine } from './steps';

/** From 4 to 40 characters. */
const nameOf = (length: number) => 'kafka-orders-of-the-analytics-production'.slice(0, 4 + length);

/** Spreads thousands of rows over the numbers below `limit`, which need not shrink one by one. */
const scattered = (index: number, limit: number) =>
	(Math.imul(index + 1, 0x9e3779b1) >>> 8) % limit;

/** The one at a share, from 0 up to 1, of a list; undefined of none. */
const pickShare = <T>(list: T[], share: number): T | undefined =>
	list[Math.floor(share * list.length)];

/** Instances of one account, what happens to them, and what goes wrong when they are read. */
export class World {
	readonly instances = new Map<string, Instance>();
	/** Out of the list while their detail still answers. */
	readonly hidden = new Set<string>();
	/** What was true of the instances that something happened to since `observe`, `null` for absent. */
	readonly touched = new Map<string, Set<string | null>>();
	/** Requests of the present poll. */
	asked = 0;
	/** Whether the trouble met a request. */
	met = false;
	private trouble?: Trouble;
	private from = 0;
	private left = new Set<string>();
	private rows?: Instance[];
	private made = 0;
	private pausedAt = Infinity;
	private gate?: { reached(): void; opened: Promise<void> };

	constructor(
		readonly cloud: ListedCloud,
		size: number,
		/** Hears what happens. */
		private readonly tell: (line: string) => void,
	) {
		const { length } = cloud.statuses;
		for (let n = 0; n < size; n++) this.create(scattered(n, length), scattered(n + size, LENGTHS));
	}

	/** Before a poll: what will go wrong, from which of its requests on. */
	begin(trouble?: Trouble, from = 0, { share, shift }: Partly = { share: 0, shift: 0 }): void {
		Object.assign(this, { trouble, from, asked: 0, met: false });
		const isLeft = (index: number) => (scattered(index, 100) + shift) % 100 < share * 100;
		const rows = trouble === 'partial' ? this.listed() : [];
		this.left = new Set(rows.flatMap(({ id }, index) => (isLeft(index) ? [id] : [])));
		this.touched.clear();
	}

	/** Holds back the answer of a request of the present poll. */
	pauseAt(request: number): { reached: Promise<void>; open(): void } {
		let [reach, open] = [() => undefined as void, () => undefined as void];
		const reached = new Promise<void>((resolve) => (reach = resolve));
		const opened = new Promise<void>((resolve) => (open = resolve));
		this.pausedAt = request;
		this.gate = { reached: reach, opened };
		return {
			reached,
			open: () => {
				this.pausedAt = Infinity;
				open();
			},
		};
	}

	answer = async (request: IHttpRequestOptions): Promise<Answer> => {
		const number = this.asked++;
		if (number === this.pausedAt) {
			this.gate?.reached();
			await this.gate?.opened;
		}
		const trouble = number >= this.from ? this.trouble : undefined;
		const id = this.cloud.asked(request);
		const isOfAll = trouble === 'refused' || trouble === 'lost' || trouble === 'html';
		if (trouble && (isOfAll || id === undefined)) this.met = true;
		if (trouble === 'refused') {
			const Response = { RequestId: 'r', Error: { Code: 'UnauthorizedOperation', Message: 'No.' } };
			return { status: 403, body: { Response, Code: 'No', error_code: 'X', error_msg: 'No.' } };
		}
		if (trouble === 'lost') return { status: 502, body: '<html></html>' };
		if (trouble === 'html') return { body: '<html></html>' };
		if (id !== undefined) {
			return this.cloud.detail?.(this.instances.get(decodeURIComponent(id))) as Answer;
		}
		const rows = this.listed();
		if (trouble === 'partial') {
			const shown = rows.filter((one) => !this.left.has(one.id));
			return this.cloud.list(request, shown, rows.length);
		}
		if (trouble === 'shifting') {
			const moving = { id: `moving-${number}`, name: 'moving', status: 1 };
			return this.cloud.list(request, [moving, ...rows], rows.length + 2 + number);
		}
		return this.cloud.list(request, rows, rows.length, trouble);
	};

	/** Rows of the list, in its order. */
	listed(): Instance[] {
		this.rows ??= [...this.instances.values()].filter(({ id }) => !this.hidden.has(id));
		return this.rows;
	}

	statusOf(id: string): string | null {
		const instance = this.instances.get(id);
		return instance ? this.cloud.statuses[instance.status] : null;
	}

	/** One thing that happens. */
	happen({ what, which, status, length, isGradual }: HistoryEvent): void {
		const listed = this.listed();
		const { cloud, hidden } = this;
		const instance = pickShare(listed, which);
		const ended = what === 'end' ? pickShare([...hidden], which) : undefined;
		if (ended !== undefined) {
			this.tell(`${ended} is gone`);
			this.remove(ended);
		} else if (!instance || (what === 'create' && listed.length < 5000)) {
			this.create(status, length);
			this.tell(`create ${cloud.id(this.made)}: ${cloud.statuses[status]}`);
		} else if (what === 'rename') {
			instance.name = nameOf(length);
			this.tell(`rename ${instance.id}`);
		} else if (what === 'delete') {
			this.tell(`delete ${instance.id}${isGradual ? '' : ' at once'}`);
			this.delete(instance, isGradual ? cloud.deleting : undefined);
		} else {
			this.change(instance, status);
			this.tell(`${instance.id} becomes ${cloud.statuses[status]}`);
		}
	}

	/** What happens to many at once: an outage, or somebody tidies up. */
	happenToMany({ isOutage, shift }: Outage): void {
		const { cloud } = this;
		this.tell(isOutage ? 'an outage changes all instances' : 'somebody deletes up to 60 instances');
		if (isOutage) {
			for (const [index, instance] of this.listed().entries()) {
				this.change(instance, 1 + ((scattered(index, 100) + shift) % 2));
			}
		} else {
			for (const instance of this.listed().slice(0, 60)) this.delete(instance, cloud.deleting);
		}
	}

	/** @param deleting Status with which it leaves the list for now; without it, it is gone at once */
	private delete(instance: Instance, deleting?: number): void {
		if (deleting === undefined) return this.remove(instance.id);
		this.change(instance, deleting);
		this.hidden.add(instance.id);
		this.rows = undefined;
	}

	private create(status: number, length: number): void {
		const id = this.cloud.id(++this.made);
		this.note(id);
		this.instances.set(id, { id, name: nameOf(length), status });
		this.rows = undefined;
		this.note(id);
	}

	private change(instance: Instance, status: number): void {
		this.note(instance.id);
		instance.status = status;
		this.note(instance.id);
	}

	private remove(id: string): void {
		this.note(id);
		this.instances.delete(id);
		this.hidden.delete(id);
		this.rows = undefined;
		this.note(id);
	}

	private note(id: string): void {
		const values = this.touched.get(id) ?? new Set();
		this.touched.set(id, values.add(this.statusOf(id)));
	}
}

/** What was counted over some histories. */
export interface Counts {
	histories: number;
	polls: number;
	failed: number;
	overlapping: number;
	expired: number;
	restarts: number;
	unstored: number;
	manual: number;
	events: number;
	/** Most of them in one history. */
	instances: number;
	/** Most bytes of state an instance, of ten or more with names of 4 to 40 characters. */
	bytes: number;
	/** Most requests of a poll that nothing went wrong with. */
	requests: number;
}

export const noCounts = (): Counts => ({
	histories: 0,
	polls: 0,
	failed: 0,
	overlapping: 0,
	expired: 0,
	restarts: 0,
	unstored: 0,
	manual: 0,
	events: 0,
	instances: 0,
	bytes: 0,
	requests: 0,
});

/** Statuses by ID, as the items that n8n stored say. */
type Reported = Map<string, string>;

/** Milliseconds that n8n gives a poll which is to take longer. */
const BUDGET = 60_000;

const fail = (what: string): never => {
	throw new Error(what);
};

/** A trigger in a fake n8n, watched for what it reports and what it keeps. */
export class History {
	private data: IDataObject = {};
	private reported?: Reported;
	/** What the database of n8n has, and what had been reported by then. */
	private saved: { json: string; reported?: Reported } = { json: '{}' };
	/** n8n activates a workflow with a poll, and stores what that one keeps. */
	private activating = true;

	constructor(
		private readonly world: World,
		private readonly counts: Counts,
		private readonly events: string[],
		private readonly clock: VirtualClock,
		private readonly tell: (line: string) => void,
	) {
		counts.histories++;
	}

	/** One tick of n8n with whatever comes with it. */
	async step(step: HistoryStep): Promise<void> {
		const { world, tell } = this;
		const { many, disturbance, slow } = step;
		const most = Math.min(MOST_EVENTS, 2 + world.instances.size / 10);
		const count = Math.floor((step.events.length * most) / MOST_EVENTS);
		for (const event of step.events.slice(0, count)) world.happen(event);
		if (many) world.happenToMany(many);
		if (step.restarts) this.restart();
		if (step.isManual) await this.manual();
		if (world.instances.size < 100 && step.expires) return await this.expire();
		const trouble = disturbance?.kind;
		// A first sight that leaves some out, and counts them, is all that there is to know.
		const early = trouble === 'partial' && !this.reported;
		if (early) world.begin();
		else world.begin(trouble, disturbance?.from, disturbance?.left);
		tell(
			`${pollLine({ disturbance: early ? undefined : disturbance })}${slow ? `, slow at request ${slow.at + 1}` : ''}`,
		);
		await this.poll(!trouble || early, step.isStored, slow);
	}

	/** Polls without trouble until all is reported. */
	async end(): Promise<void> {
		const { world } = this;
		for (let n = Math.ceil(this.missing() / world.cloud.lookUps) + 1; n > 0; n--) {
			world.begin();
			this.tell('poll');
			await this.poll(true);
		}
		const unreported = this.unreported();
		if (unreported.length > 0) fail(`never reported: ${this.inWords(unreported)}`);
	}

	private restart(): void {
		this.counts.restarts++;
		this.tell('n8n restarts');
		this.data = JSON.parse(this.saved.json) as IDataObject;
		this.reported = this.saved.reported && new Map(this.saved.reported);
		this.activating = true;
	}

	private async run(mode = 'trigger', budget?: number): Promise<IDataObject[]> {
		const { world, data, events } = this;
		const context = fakeContext({
			answer: world.answer,
			parameters: { events },
			data,
			mode,
			budget,
		});
		const output = await world.cloud.poll(this.clock).call(context);
		return output?.[0].map(({ json }) => json) ?? [];
	}

	private async poll(isClean: boolean, isStored = true, slow?: Slow): Promise<void> {
		const { world, counts } = this;
		const isSlow = slow !== undefined;
		// Written out only where it may be needed, as it is long.
		const before = isClean ? '' : JSON.stringify(this.data);
		const missing = this.missing();
		counts.polls++;
		const running = slow ? this.slow(slow) : this.run();
		const items = await running.catch((error: Error) => error);
		if (items instanceof Error) {
			if (!items.message.startsWith('Poll did not succeed: ')) throw items;
			if (isClean || !world.met) fail(`failed without trouble: ${items.message}`);
			if (JSON.stringify(this.data) !== before) fail('a poll that failed changed the state');
			counts.failed++;
			return;
		}
		this.hear(items);
		if (isClean) this.checkAllReported(Math.max(0, missing - world.cloud.lookUps), isSlow);
		if (isClean && !isSlow) counts.requests = Math.max(counts.requests, world.asked);
		if (items.length > 0 || this.activating) this.store(isStored);
		this.activating = false;
	}

	/** Other ticks come and things happen while a request waits for its answer. */
	private async slow({ at, meanwhile }: Slow): Promise<IDataObject[]> {
		const { world } = this;
		const gate = world.pauseAt(at);
		const running = this.run();
		const ended = async () => false;
		const isHeld = await Promise.race([gate.reached.then(() => true), running.then(ended, ended)]);
		const { asked } = world;
		try {
			if (isHeld) {
				this.counts.overlapping++;
				const items = await this.run();
				if (items.length > 0 || world.asked > asked) fail('two polls ran at the same time');
				for (const event of meanwhile) world.happen(event);
			}
		} finally {
			gate.open();
		}
		return await running;
	}

	/** A poll whose first answer comes after n8n's budget: it fails, and does nothing afterwards. */
	private async expire(): Promise<void> {
		const { world } = this;
		this.tell('poll that takes too long');
		const before = JSON.stringify(this.data);
		world.begin();
		const gate = world.pauseAt(0);
		const running = this.run('trigger', BUDGET).catch(({ message }: Error) => message);
		await gate.reached;
		this.clock.advance(BUDGET);
		const error = await running;
		if (!String(error).includes('it took longer than')) fail(`did not expire: ${String(error)}`);
		gate.open();
		await new Promise(setImmediate);
		if (JSON.stringify(this.data) !== before) fail('a poll that expired changed the state');
		this.counts.expired++;
	}

	/** "Fetch Test Event": shows what is there, and leaves the state alone. */
	private async manual(): Promise<void> {
		const { world } = this;
		this.tell('Fetch Test Event');
		const before = JSON.stringify(this.data);
		world.begin();
		const items = await this.run('manual').catch((error: Error) => {
			if (!error.message.includes('there is nothing to show')) throw error;
			return [];
		});
		if (JSON.stringify(this.data) !== before) fail('a manual test changed the state');
		if (items.length === 0 && world.listed().length > 0) fail('a manual test showed nothing');
		for (const { instanceId, status } of items) {
			const real = world.statusOf(String(instanceId));
			if (real === null || status !== real)
				fail(`a sample that is not real: ${String(instanceId)}`);
		}
		this.counts.manual++;
	}

	/** Each item has to follow from what was reported and to be true at some moment of the poll. */
	private hear(items: IDataObject[]): void {
		const { world, reported } = this;
		this.counts.events += items.length;
		if (!reported) {
			if (items.length > 0) fail('the first poll emitted something');
			const listed = world.listed().map(({ id }) => id);
			const seen = (this.data.state as { instances: { known: string[][] } }).instances.known;
			this.reported = new Map(seen.map(([id, status]) => [id, status]));
			const odd = seen.filter(([id, status]) => !this.wasTrue(id, status));
			const unseen = listed.filter((id) => !this.reported?.has(id) && !world.touched.has(id));
			if (odd.length + unseen.length > 0) fail(`not noted as it is: ${[...odd, ...unseen].join()}`);
			return;
		}
		for (const { event, instanceId, previousStatus, status } of items) {
			const id = String(instanceId);
			const what = `${id}: ${String(previousStatus)} > ${String(status)}`;
			if ((reported.get(id) ?? null) !== previousStatus)
				fail(`${what}, but it was ${reported.get(id)}`);
			if (previousStatus === status) fail(`no change: ${what}`);
			if (!this.wasTrue(id, status as string | null)) fail(`not true: ${what}`);
			const appeared = previousStatus === null ? 'instanceAppeared' : 'instanceStatusChanged';
			if (event !== (status === null ? 'instanceDisappeared' : appeared)) fail(`${event} ${what}`);
			if (status === null) reported.delete(id);
			else reported.set(id, String(status));
		}
	}

	private wasTrue(id: string, status: string | null): boolean {
		const { world } = this;
		return world.statusOf(id) === status || world.touched.get(id)?.has(status) === true;
	}

	/** @param later How many of those that left the list may still wait to be looked up */
	private checkAllReported(later: number, isSlow: boolean): void {
		const { world } = this;
		const unreported = this.unreported().filter((id) => !isSlow || !world.touched.has(id));
		const unlisted = unreported.filter((id) => !world.instances.has(id) || world.hidden.has(id));
		if (unlisted.length < unreported.length || unlisted.length > later) {
			fail(`not reported: ${this.inWords(unreported)}`);
		}
	}

	/** IDs of which something else was reported than is true; what was never listed cannot be known. */
	private unreported(): string[] {
		const { world, reported = new Map<string, string>() } = this;
		const gone = [...reported.keys()].filter((id) => !world.instances.has(id));
		const other = [...world.instances.keys()].filter(
			(id) =>
				reported.get(id) !== world.statusOf(id) && (reported.has(id) || !world.hidden.has(id)),
		);
		return [...gone, ...other];
	}

	/** What is true of instances, and what was reported. */
	private inWords(ids: string[]): string {
		const { world, reported } = this;
		const told = (id: string) => reported?.get(id) ?? 'nothing';
		return ids
			.slice(0, 5)
			.map((id) => `${id} is ${world.statusOf(id) ?? 'gone'}, reported was ${told(id)}`)
			.join('; ');
	}

	/** How many of the known ones are not listed. */
	private missing(): number {
		const { instances, hidden } = this.world;
		return [...(this.reported?.keys() ?? [])].filter((id) => !instances.has(id) || hidden.has(id))
			.length;
	}

	/** n8n stores the state, unless its database is away. */
	private store(isStored: boolean): void {
		const { counts } = this;
		if (!isStored) {
			this.tell('n8n does not store the state');
			counts.unstored++;
			return;
		}
		const json = JSON.stringify(this.data);
		this.saved = { json, reported: new Map(this.reported) };
		const { known } = (this.data.state as { instances: { known: string[][] } }).instances;
		const rows = Buffer.byteLength(JSON.stringify(known));
		if (Buffer.byteLength(json) - rows > 200) fail('the state is long even without instances');
		if (known.length >= 10) counts.bytes = Math.max(counts.bytes, rows / known.length);
		counts.instances = Math.max(counts.instances, known.length);
	}
}
