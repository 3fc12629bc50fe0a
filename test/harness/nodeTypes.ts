import type { IDataObject, INodeType, INodeTypes, IVersionedNodeType } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

import { RoutingNode, UnrecognizedNodeTypeError, type PackageDirectoryLoader } from './engine';

export type AnyNodeType = INodeType | IVersionedNodeType;

/** Finds node types in the loaded packages, and the stand-ins for n8n's own nodes by their full name. */
export class HarnessNodeTypes implements INodeTypes {
	constructor(
		private readonly packages: PackageDirectoryLoader[],
		private readonly standIns: Record<string, AnyNodeType>,
		private readonly renamed: Readonly<Record<string, string>> = {},
	) {}

	getByName(type: string): AnyNodeType {
		const standIn = this.standIns[type];
		if (standIn) return standIn;
		const dot = type.lastIndexOf('.');
		const [written, name] = [type.slice(0, dot), type.slice(dot + 1)];
		const packageName = this.renamed[written] ?? written;
		const loader = this.packages.find((candidate) => candidate.packageName === packageName);
		if (!loader) throw new UnrecognizedNodeTypeError(packageName, name);
		return loader.getNode(name).type;
	}

	getByNameAndVersion(type: string, version?: number): INodeType {
		const nodeType = NodeHelpers.getVersionedNodeType(this.getByName(type), version);
		if (isDeclarative(nodeType)) {
			// n8n's server does this assignment; n8n-core alone has nothing that executes a declarative node.
			nodeType.execute = async function () {
				return (await new RoutingNode(this as never, nodeType).runNode()) ?? [];
			};
		}
		return nodeType;
	}

	getKnownTypes(): IDataObject {
		return {};
	}
}

function isDeclarative(nodeType: INodeType): boolean {
	const { description, execute, poll, trigger, supplyData } = nodeType;
	return description.requestDefaults !== undefined && !execute && !poll && !trigger && !supplyData;
}
