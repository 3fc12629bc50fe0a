import type { ICredentialType, INodeType } from 'n8n-workflow';
import { join, parse } from 'node:path';

import type { Clock } from '../../nodes/shared/contract/clock';
import type { PackageDirectoryLoader } from './engine';

/** Makes an object of a package's class, which n8n does without any argument. */
function made<T>(loader: PackageDirectoryLoader, sourcePath: string, ...time: unknown[]): T {
	const [className] = parse(sourcePath).name.split('.');
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	const module = require(join(loader.directory, sourcePath)) as Record<
		string,
		new (...time: unknown[]) => T
	>;
	return new module[className](...time);
}

/** The node with that time, described as n8n has it after loading. */
function nodeWith(loader: PackageDirectoryLoader, name: string, clock: Clock) {
	const { type, sourcePath } = loader.getNode(name);
	const node = made<INodeType>(loader, sourcePath, clock);
	const { requestOperations } = node.description;
	const { description } = type as INodeType;
	node.description = { ...description, ...(requestOperations && { requestOperations }) };
	return { type: node, sourcePath };
}

/** The credential type with that time. */
function credentialWith(loader: PackageDirectoryLoader, name: string, clock: Clock) {
	const { type, sourcePath } = loader.getCredential(name);
	const { authenticate, preAuthentication } = made<ICredentialType>(
		loader,
		sourcePath,
		() => clock.now(),
		(duration: number) => clock.timeout(duration),
		clock,
	);
	const credential = Object.create(Object.getPrototypeOf(type) as object) as ICredentialType;
	return { type: Object.assign(credential, type, { authenticate, preAuthentication }), sourcePath };
}

/**
 * A loaded package with another time: its nodes and credentials are made once more, each when it is first asked for,
 * as a test needs one or two of them. The package itself stays as it is.
 */
export function withClock(loader: PackageDirectoryLoader, clock: Clock): PackageDirectoryLoader {
	const nodes = new Map<string, ReturnType<PackageDirectoryLoader['getNode']>>();
	const credentials = new Map<string, ReturnType<PackageDirectoryLoader['getCredential']>>();
	const own: Pick<PackageDirectoryLoader, 'getNode' | 'getCredential'> = {
		getNode(name) {
			const node = nodes.get(name) ?? nodeWith(loader, name, clock);
			nodes.set(name, node);
			return node;
		},
		getCredential(name) {
			const credential = credentials.get(name) ?? credentialWith(loader, name, clock);
			credentials.set(name, credential);
			return credential;
		},
	};
	return Object.assign(Object.create(loader) as PackageDirectoryLoader, own);
}
