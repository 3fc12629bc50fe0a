import type { OperationKind, RequestLine } from '../../shared/contract/operation';
import { post } from '../../shared/contract/operation';

/** The lines of an operation that name it: all of the Log Service are POST, at a host of their own. */
export const clsOperation = <Kind extends OperationKind>(
	kind: Kind,
	api: string,
): { api: string; request: RequestLine; kind: Kind } => ({
	api,
	request: post('/'),
	kind,
});
