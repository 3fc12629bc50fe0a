import type { IDataObject } from 'n8n-workflow';

import { fault as silence } from '../../../emulator';
import type { VendorName } from '../../support/stage';
import { openStage, type Scenario, type Stage } from '../../support/scenarios';
import type { Fault } from './faults';
import { pictureOf } from './picture';

/** What a run without faults does. */
export interface Usual {
	/** The cloud before and after it, see `pictureOf`. */
	before: string;
	after: string;
	/** Items, made up IDs aside. */
	items: string;
	/** Requests of the operation's own API operation. */
	sent: number;
	/** Requests of any before the first of them. */
	first: number;
}

/** One cell of the matrix: an operation that met a fault. */
export interface Cell {
	scenario: Scenario;
	fault: Fault;
	usual: Usual;
	items: IDataObject[];
	/** Kind and text of the error; '' without one. */
	kind: string;
	message: string;
	told: string;
	/** Requests of the operation's own API operation. */
	sent: number;
	/** How many of them the cloud carried out. */
	applied: number;
	/** The cloud afterwards. */
	picture: string;
	/** Of each instance that is there and was not before: its IDs and those of its orders. */
	made: string[][];
}

/** Nothing listens there. */
const NOWHERE = 'http://127.0.0.1:1';

const CREDENTIALS: Record<VendorName, string> = {
	huawei: 'managedKafkaHuaweiCloudApi',
	alibaba: 'managedKafkaAlibabaCloudApi',
	tencent: 'managedKafkaTencentCloudApi',
};

/** How many clouds are used at a time, as most of a run is waiting. */
const STAGES = 4;
/** Further ones for runs that wait for a time-out, which they do while the others work. */
const SLOW_STAGES = 10;

async function usualOf(stage: Stage, scenario: Scenario): Promise<Usual> {
	const { vendor, api } = scenario;
	stage.set(scenario);
	const before = pictureOf(vendor, stage.cloud.em);
	const { items } = await stage.run(scenario);
	const after = pictureOf(vendor, stage.cloud.em);
	const first = stage.cloud.em.requests.findIndex(({ operation }) => operation === api);
	return { before, after, items: withoutIds(items), sent: stage.cloud.sent(api).length, first };
}

/** IDs, numbers and times that are others in every run. */
const VOLATILE =
	/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|\b[0-9a-f]{32}\b|alikafka_\w+-cn-\w+|(ckafka|topic)-\w+|\b(CS)?[0-9A-F]{13,}\b|\d{4,}|\d\d(:\d\d)+(\.\d+)?|\d+\.\d+\.\d+\.\d+/gi;

/** Items as text that is the same for the same contents. */
export const withoutIds = (items: IDataObject[]) => JSON.stringify(items).replace(VOLATILE, '#');

async function cellOf(stage: Stage, scenario: Scenario, fault: Fault, usual: Usual): Promise<Cell> {
	const { vendor, api } = scenario;
	const { cloud } = stage;
	stage.set(scenario);
	const credential = cloud.n8n.credentials[CREDENTIALS[vendor]] as IDataObject;
	const { endpoint } = credential;
	if (!fault.effect) credential.endpoint = NOWHERE;
	const hit = fault.effect?.(vendor);
	const there = new Set(cloud.em[vendor].state.instances.map(({ id }) => id));
	const active = hit && cloud.em.faults.add({ operation: api, times: fault.times, effect: hit });
	if (fault.alone) {
		const nth = usual.first + 2;
		cloud.em.faults.add({ vendor, nth, times: 'always', effect: silence.serverError(503) });
	}
	const { items, told, run } = await stage.run(scenario, fault.parameters);
	credential.endpoint = endpoint;
	const error = run.error as { message?: string; context?: { vendor?: { kind?: string } } };
	const sent = cloud.sent(api).length;
	return {
		scenario,
		fault,
		usual,
		items,
		told,
		kind: told && (error?.context?.vendor?.kind ?? 'unknown'),
		message: error?.message ?? '',
		sent,
		applied: fault.carriedOut ? sent : sent - (active?.hits ?? 0),
		picture: pictureOf(vendor, cloud.em),
		made: cloud.em[vendor].state.instances
			.filter(({ id }) => !there.has(id))
			.map((one) => [one.id, one.name, ...('orderIds' in one ? one.orderIds : [])]),
	};
}

/** One operation and a fault that it meets. */
export interface Task {
	scenario: Scenario;
	fault: Fault;
}

/** Runs tasks on several clouds at a time. */
async function run(
	vendor: VendorName,
	tasks: Task[],
	atOnce: number,
	usual: Map<string, Usual>,
): Promise<Cell[]> {
	const waiting = [...tasks];
	const cells: Cell[] = [];
	const work = async () => {
		const stage = await openStage(vendor);
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const { scenario, fault } = next;
			const known = usual.get(scenario.name) ?? (await usualOf(stage, scenario));
			usual.set(scenario.name, known);
			cells.push(await cellOf(stage, scenario, fault, known));
		}
		await stage.close();
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return cells;
}

/** Runs operations of a vendor's node with the faults that they are to meet. */
export async function matrixOf(vendor: VendorName, tasks: Task[]): Promise<Cell[]> {
	const usual = new Map<string, Usual>();
	const isSlow = ({ fault }: Task) => fault.parameters !== undefined;
	const quick = tasks.filter((task) => !isSlow(task));
	const cells = await Promise.all([
		run(vendor, quick, STAGES, usual),
		run(vendor, tasks.filter(isSlow), SLOW_STAGES, usual),
	]);
	return cells.flat();
}
