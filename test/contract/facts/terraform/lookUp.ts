import { factsOf, type FactsVendor } from '../../../../emulator/core/facts';
import type { Operation, Resource } from '../../../../nodes/shared/contract/operation';
import { presentNodes, resourcesOf, type FactsNode } from '../../../support/facts/vendors';
import type { OperationName } from './mapping';

/** Nodes beside the cloud's own, by the word that stands before `>`. */
const FURTHER: Record<string, string> = { Maintenance: 'Maintenance', 'Log Service': 'Cls' };

interface Found {
	node: FactsNode;
	resource: Resource;
	operation: Operation;
}

const nodeOf = (vendor: FactsVendor, further: string | undefined): FactsNode | undefined =>
	presentNodes()
		.filter((node) => node.vendor === vendor)
		.find(({ node }) =>
			further ? node.endsWith(FURTHER[further] ?? further) : /Cloud(Kafka|CKafka)$/.test(node),
		);

/** The operation of that name in the nodes of a cloud. Throws if there is none. */
export function findOperation(vendor: FactsVendor, name: OperationName): Found {
	const [, further, of, what] = /^(?:(.+) > )?(.+?): (.+)$/.exec(name) ?? [];
	const node = nodeOf(vendor, further);
	const resource = node && resourcesOf(node).find((one) => one.name === of);
	const operation = resource?.operations.find((one) => one.name === what);
	if (!node || !resource || !operation) throw new Error(`No operation of ${vendor} is ${name}`);
	return { node, resource, operation };
}

/** A call without the names of what is filled in, so that two spellings of a path are one. */
export const plain = (call: string): string =>
	call.replaceAll('{engine}', 'kafka').replaceAll(/\{\w+\}/g, '{}');

/** Calls that an operation makes, as the lists of the providers write them. */
export function callsOf(vendor: FactsVendor, name: OperationName): string[] {
	const { node, resource, operation } = findOperation(vendor, name);
	const further = node.deliberate.further[`${resource.value}/${operation.value}`] ?? [];
	return [operation.api, ...further.map(({ api }) => api)].map((api) => {
		const { operation: called, request } = factsOf(vendor, api);
		return plain(
			vendor === 'huawei' ? `${request.method} ${request.path}` : (request.action ?? called),
		);
	});
}
