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

/** Hands the time to the nodes and credentials that a loader has loaded. */
export function setClock(loader: PackageDirectoryLoader, clock: Clock): void {
	for (const { type, sourcePath } of Object.values(loader.nodeTypes)) {
		const { description, ...functions } = made<INodeType>(loader, sourcePath, clock);
		Object.assign(type, functions);
		const { requestOperations } = description;
		Object.assign((type as INodeType).description, requestOperations && { requestOperations });
	}
	for (const { type, sourcePath } of Object.values(loader.credentialTypes)) {
		const { authenticate, preAuthentication } = made<ICredentialType>(
			loader,
			sourcePath,
			() => clock.now(),
			(duration: number) => clock.timeout(duration),
			clock,
		);
		Object.assign(type, { authenticate, preAuthentication });
	}
}
