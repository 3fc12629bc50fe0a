import type { IDataObject } from 'n8n-workflow';

import type { ApiRequest } from '../../shared/contract/vendor';
import type { Scope } from '../../shared/fleet/record';
import { call } from '../../shared/request/call';
import type { Connection } from '../../shared/request/connection';

/**
 * A request for a project, which need not be the one that the credential finds for the region: the path and
 * the header that is signed name it.
 */
export const inProject = (
	{ projectId }: Pick<Scope, 'projectId'>,
	request: ApiRequest,
): ApiRequest =>
	projectId === null
		? request
		: {
				...request,
				path: request.path.replace('{project_id}', () => encodeURIComponent(projectId)),
				headers: { ...request.headers, 'X-Project-Id': projectId },
			};

/** Sends a request for a project of the connection's region. */
export const callIn = async (
	at: Connection,
	scope: Pick<Scope, 'projectId'>,
	request: ApiRequest,
): Promise<IDataObject> => await call(at, inProject(scope, request));
