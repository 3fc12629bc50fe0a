import type { IDataObject } from 'n8n-workflow';

import type { Pages } from './pages';
import type { ApiRequest } from './vendor';

/**
 * Values of other fields of the form, by the names of their node parameters (`vpcId`, `options.zone`): of
 * what is looked up the ID. `undefined` where nothing is set.
 */
export type Chosen = (name: string) => unknown;

/** One thing that can be chosen. */
export interface LookupEntry {
	id: string;
	/** Absent where it has none of its own. */
	name?: string;
	/** What tells it apart from others of its name: "10.0.0.0/16". */
	details?: string[];
}

/** A field on whose value a list depends. */
export interface Within {
	/** Name of the node parameter; one of the collection as `options.zone`. */
	name: string;
	/** Display name, for texts. */
	label: string;
	/** What it holds, where that can be given by name. */
	lookup?: Lookup;
}

/**
 * Things of another service that an operation needs an ID of, and that the credential can list: networks,
 * keys, projects. The list needs a permission of its own, the operation never does.
 */
export interface Lookup {
	/** One of them, for texts: "VPC", "security group". */
	what: string;
	/** Several of them: "VPCs". */
	plural: string;
	/** Permission that the list needs, as the vendor's policies name it: `vpc:vpcs:list`. */
	permission: string;
	/** What an ID looks like; any other text is taken for a name. */
	isId: RegExp;
	/** Fields that narrow the list down: the subnets of a VPC. */
	within?: readonly Within[];
	request(chosen: Chosen): ApiRequest;
	pages: Pages;
	/** Whether a row is meant, for filters that the API lacks. */
	keep?(row: IDataObject, chosen: Chosen): boolean;
	entry(row: IDataObject): LookupEntry;
}
