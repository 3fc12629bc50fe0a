import type { Answer } from '../../http/answer';
import type { RawRequest } from '../../http/request';
import { authenticate, authorizeProject } from '../auth/authentication';
import type { HuaweiState } from '../model/state';
import type { Match } from '../requests/routes';
import { refuseAt, type Companion, type CompanionRequest } from './companion';
import { COMPANIONS } from './index';
import { readCompanion } from './parameters';

/** The service that has an operation. */
function serviceOf(operation: string): Companion {
	const found = COMPANIONS.find(({ operations }) => Object.hasOwn(operations, operation));
	if (!found) throw new Error(`No service has the operation ${operation}`);
	return found;
}

/** Checks and carries out a request to another service than Kafka. */
export function answerCompanion(
	raw: RawRequest,
	match: Match,
	state: HuaweiState,
	serverTime: number,
): Answer {
	const { facts, path } = match;
	const { accounts, tokens, denied } = state;
	const service = serviceOf(facts.operation);
	const isAnonymous = service.anonymous?.includes(facts.operation) ?? false;
	const caller = isAnonymous ? null : authenticate(raw, accounts, tokens, serverTime);
	if (service.ofAccount) checkAccount(service, raw, state);
	const project =
		caller && path.project_id !== undefined
			? authorizeProject(path.project_id, caller, accounts)
			: accounts.projects[0];
	const [permission] = String(facts.permission).split(' ');
	if (denied.has(permission)) {
		refuseAt(
			service,
			'forbidden',
			`Policy doesn't allow ${permission} to be performed.`,
			facts.operation,
		);
	}
	const read = readCompanion(raw, match);
	if ('wrong' in read) refuseAt(service, 'invalid', read.wrong, facts.operation);
	const request: CompanionRequest = { ...read, path, raw, state, caller, project, serverTime };
	return service.operations[facts.operation](request);
}

/** A service for a whole account is asked with the account's ID, not with a project. */
function checkAccount(service: Companion, raw: RawRequest, { accounts }: HuaweiState): void {
	if (raw.header('x-auth-token') !== undefined) return;
	if (raw.header('x-domain-id') === accounts.domainId) return;
	refuseAt(service, 'forbidden', 'X-Domain-Id is not the account of the key.');
}
