/** How Terraform's Kafka resources and data sources map to operations: data, held by `terraform.test.ts`. */

/** "Topic: Create", in the cloud's node; "Maintenance > Log: Enable" and "Log Service > …" in a further one. */
export type OperationName = string;

/** What Terraform does with a resource, in the order of the page. */
export const STEPS = ['create', 'read', 'update', 'delete'] as const;

export interface Mapping {
	create?: readonly OperationName[];
	read?: readonly OperationName[];
	update?: readonly OperationName[];
	delete?: readonly OperationName[];
	/** Other operations for the same purpose, which speak another API than the provider does. */
	instead?: readonly OperationName[];
	/** Arguments with other names, and differences that matter. */
	note?: string;
	/** ID that `terraform import` takes; absent if the resource cannot be imported. */
	importId?: string;
	/** Calls of the provider that no operation makes, with what to use. */
	elsewhere?: Readonly<Record<string, string>>;
}

export type Mappings = Readonly<Record<string, Mapping>>;

/** What a release of a provider registers: names, each with the API calls of its source. */
export interface Registered {
	provider: string;
	version: string;
	/** Day of the release. */
	released: string;
	resources: Record<string, string[]>;
	dataSources: Record<string, string[]>;
}

/** All operations of a mapping, whatever they are for. */
export const operationsOf = (mapping: Mapping): OperationName[] => [
	...STEPS.flatMap((step) => mapping[step] ?? []),
	...(mapping.instead ?? []),
];
