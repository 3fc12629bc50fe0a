import type { INodeParameters } from 'n8n-workflow';

import type { Emulator } from '../../../emulator';
import { effectOf, type Operation } from '../../../nodes/shared/contract/operation';
import type { VendorName } from '../clouds';
import { resourcesOfVendor } from '../facts/vendors';
import { OVERRIDES } from './overrides';
import { parametersOf } from './parameters';

/** The scenarios alone, for what runs outside of tests, too. */

/** What an operation does to the cloud, which says how it has to behave under faults. */
export type Kind = 'read' | 'create' | 'change' | 'delete';

export interface Scenario {
	vendor: VendorName;
	resource: string;
	operation: Operation;
	/** `resource/operation`, as `Cloud.run` takes it. */
	name: string;
	/** Name of the API operation that does the work. */
	api: string;
	kind: Kind;
	/** API operations that write, in their order. */
	writes: string[];
	/** Parameters of the node, without resource and operation. */
	parameters: INodeParameters;
	/** Puts the seeded cloud into the state from which the operation is possible. */
	prepare?: (emulator: Emulator) => void;
}

/** Every operation of a vendor, with its resource. */
export const operationsOf = (vendor: VendorName) =>
	resourcesOfVendor(vendor).flatMap(({ value: resource, operations }) =>
		operations.map((operation) => ({ resource, operation })),
	);

/** The scenarios of a vendor, one an operation of one of its nodes, in their order. */
export function scenariosOf(vendor: VendorName): Scenario[] {
	return operationsOf(vendor).map(({ resource, operation }) => {
		const name = `${resource}/${operation.value}`;
		const { given = {}, then = [], prepare, api = operation.api } = OVERRIDES[vendor][name] ?? {};
		return {
			vendor,
			resource,
			operation,
			name,
			api,
			kind: operation.kind,
			writes: effectOf(operation) === 'read' ? [] : [operation.api, ...then],
			parameters: parametersOf(vendor, operation, given),
			prepare,
		};
	});
}
