import type { Emulator } from '../../../emulator';
import type { VendorName } from '../../support/stage';

/** IDs, order numbers and addresses that the emulated cloud makes up anew. */
const MADE_UP =
	/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|\b[0-9a-f]{32}\b|alikafka_\w+-cn-\w+|(ckafka|topic)-\w+|\b(CS)?[0-9A-F]{13,}\b|\d{13,}|\d+\.\d+\.\d+\.\d+/g;

interface Log {
	startOffset?: number;
	messages: unknown[];
}

/** Logs come into being when they are looked at; one without anything in it says nothing. */
const held = ({ startOffset = 0, messages }: Log) => startOffset > 0 || messages.length > 0;

function told(this: unknown, key: string, value: unknown): unknown {
	if (key === 'logs') return (value as Log[]).filter(held);
	// Tencent Cloud begins to count subscribers when they are asked for.
	if (key === 'subscribersFrom') return undefined;
	if (key === 'id' && typeof value === 'number') return 0;
	if (key === 'tasks' && Array.isArray(value)) return value.length;
	return value;
}

/**
 * What a cloud holds and is about to do, as text that is the same for the same contents whatever IDs
 * it made up.
 */
export function pictureOf(vendor: VendorName, emulator: Emulator): string {
	const { instances } = emulator[vendor].state;
	const { flows, logs, connectors } = emulator.tencent.state;
	const { recycles, recycleDays } = emulator.huawei.state.rules;
	const beside = {
		huawei: [recycles, recycleDays],
		alibaba: [],
		tencent: [flows.length, logs, connectors.tasks],
	};
	const further = beside[vendor];
	return JSON.stringify({ instances, further }, told).replace(MADE_UP, '#');
}
