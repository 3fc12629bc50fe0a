import type { INodeExecutionData, INodeParameters, Logger } from 'n8n-workflow';

import { VENDORS, typeWith } from '../clouds';
import { openVendor, type Cloud, type StageOptions, type VendorName } from '../stage';
import { chain, node, type NodeSettings, type Running } from '../../harness';
// After the harness, which gives n8n-core a home of its own.
import { LoadOptionsContext } from 'n8n-core';

/** Operations of a node in n8n's engine against an emulated cloud, and what a user can read of them. */

/** A cloud whose time is that of the node. */
export async function openPlayground(
	vendor: VendorName,
	options: StageOptions = {},
): Promise<Cloud> {
	return await openVendor(vendor, { speed: 1, ...options });
}

/** Starts one operation of a node. */
export function start(
	{ n8n }: Cloud,
	vendor: VendorName,
	operation: string,
	parameters: INodeParameters,
	json: INodeExecutionData['json'][] = [{}],
	settings: NodeSettings = {},
	timeoutMs?: number,
): Running {
	const { credential } = VENDORS[vendor];
	const [resource, name] = operation.split('/');
	const given = { resource, operation: name, ...parameters };
	const type = typeWith(vendor, resource);
	return n8n.run(chain(node('K', type, given, { credentials: [credential], ...settings })), {
		inputItems: json.map((one) => ({ json: one })),
		timeoutMs,
	});
}

/** Collects what n8n's log gets. */
export function listen(): string[] {
	const log: string[] = [];
	const logger = Reflect.get(LoadOptionsContext.prototype, 'logger', {}) as Logger;
	for (const level of ['error', 'warn', 'info', 'debug'] as const) {
		jest.spyOn(logger, level).mockImplementation((said: string) => void log.push(said));
	}
	return log;
}

/** What a user can read of a run: items, error messages and descriptions. */
export function readable(run: Awaited<Running>): string {
	const errors: unknown[] = [run.error];
	const items = (run.runData.K ?? []).flatMap(({ data, error }) => {
		errors.push(error);
		return data?.main?.flat() ?? [];
	});
	errors.push(...items.map((item) => item?.error));
	const told = errors.map((error) => {
		const { message, description } = (error ?? {}) as { message?: string; description?: string };
		return `${message ?? ''} ${description ?? ''}`;
	});
	return [...items.map((item) => JSON.stringify(item?.json)), ...told].join('\n');
}

/**
 * An instance to work on.
 *
 * @param users Whom an access rule can be for; others have to be there as well
 */
export function homeOf({ em }: Cloud, vendor: VendorName, users: string[]): string {
	if (vendor === 'huawei')
		return em.huawei.state.seed({ name: 'home', sslEnable: true, connectorEnable: true }).id;
	if (vendor === 'alibaba') {
		return em.alibaba.state.seed({
			name: 'home',
			deployType: 4,
			topicQuota: 500,
			config: { 'enable.acl': 'true' },
			users: [{ name: 'reader', password: 'Canary-pass-1', type: 'plain' }],
		}).id;
	}
	return em.tencent.state.seed({
		name: 'home',
		topics: [{ name: 'seeded' }, { name: 'other' }],
		users: users.map((name) => ({ name })),
	}).id;
}
