import { json, type Answer } from '../../http/answer';
import type { RawRequest } from '../../http/request';
import type { HuaweiState } from '../model/state';
import { flat, type Companion } from './companion';

/** The account of a key: always one. IAM has a listener of its own, too. */
export function domainsOf({ accounts }: HuaweiState, request: RawRequest): Answer {
	const { domainId, users } = accounts;
	const self = `http://${request.header('host')}${request.path}`;
	const name = users[0]?.domainName ?? domainId;
	const links = { self: `${self}/${domainId}` };
	const domain = { id: domainId, name, enabled: true, description: '', links };
	return json(200, { domains: [domain], links: { self } });
}

const STATUSES = {
	invalid: [400, 'IAM.0011'],
	forbidden: [403, 'IAM.0003'],
	missing: [404, 'IAM.0004'],
} as const;

/** What of IAM an endpoint that serves all services has. */
export const iam: Companion = {
	operations: { KeystoneListAuthDomains: ({ state, raw }) => domainsOf(state, raw) },
	refusal: (kind, text) => flat(STATUSES[kind], text),
};
