import type { IDataObject } from 'n8n-workflow';

import type { HttpAnswer } from '../../nodes/shared/contract/vendor';

/** An answer as the transport hands it to a vendor's `decode`. */
export const httpAnswer = (
	status: number,
	body?: unknown,
	headers: IDataObject = {},
	receivedAt = 0,
): HttpAnswer => ({ status, headers, body, receivedAt });
