// First, because n8n-core reads the environment when it is required.
import { userFolder } from './environment';

import { Credentials, LoadOptionsContext } from 'n8n-core';
import { rmSync } from 'node:fs';

import { silence } from './silence';

// The first credential makes n8n-core write its settings; it keeps them in memory, so nothing need stay on disk.
new Credentials({ id: null, name: '' }, '');
rmSync(userFolder, { recursive: true, force: true });
silence(LoadOptionsContext);

export {
	Credentials,
	ExecuteContext,
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	PackageDirectoryLoader,
	PollContext,
	RoutingNode,
	UnrecognizedNodeTypeError,
	WorkflowExecute,
	getAdditionalKeys,
} from 'n8n-core';
