import {
	OperationalError,
	UserError,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type IHttpRequestOptions,
} from 'n8n-workflow';
import { huaweiKeys, ownKeys } from '../fields/huawei';
import { huaweiIamEndpoint } from '../regions/huawei';
import { sha256Hex } from '../signing/encoding';
import { headerOf, withHeaders, withoutHeaders, type Headers } from '../signing/headers';
import { signHuawei, type HuaweiKeys } from '../signing/huawei';
import { fromWire, toWire } from '../signing/wire';
import type { HttpRequest } from './ask';
import { sharedByCopies } from './copies';
import { agencyOf } from './huaweiAgency';
import { callIam, IAM, saidByIam } from './huaweiIam';
import { Sessions, type Session, type SessionTime } from './kept';
import { SessionMissing } from './missing';

type Credentials = ICredentialDataDecryptedObject;

/** The header by which services for a whole account are told which one. */
const HEADER = 'X-Domain-Id';

/** Stands in that header for the account of the credential. */
const PLACEHOLDER = '{domain_id}';

/** ID of the account that keys belong to, which never changes. */
interface Account extends Session {
	domainId: string;
}

/** It goes into a header, so an answer is checked before it is believed. */
const DOMAIN_ID = /^[\w-]{1,64}$/;

const accounts = new Sessions<Account>('accounts', IAM, 0);

/** Credentials objects with which a request was to be signed that names the account. */
const wanted = sharedByCopies('accounts, wanted', () => new WeakSet<Credentials>());

const idOf = (credentials: Credentials): string =>
	sha256Hex(
		JSON.stringify([ownKeys(credentials), huaweiIamEndpoint(credentials), agencyOf(credentials)]),
	);

/** Whether headers name the account of the credential by the placeholder. */
const namesAccount = (headers: Headers) => headerOf(headers, HEADER) === PLACEHOLDER;

/** Notes that a request names the account, so that its ID is fetched before the next one is signed. */
export function noteAccount(credentials: Credentials, headers: Headers): void {
	if (namesAccount(headers)) wanted.add(credentials);
}

/**
 * Headers with the ID of the account in the placeholder's place. An empty header stands for neither account
 * nor project, and is left out, as it is beside a token, which belongs to an account by itself.
 *
 * @throws UserError if the ID has to be fetched with `ensureAccount` first
 */
export function withAccount(
	credentials: Credentials,
	headers: Headers,
	hasToken: boolean,
): Headers {
	if (headerOf(headers, HEADER) === '' || (hasToken && namesAccount(headers))) {
		return withoutHeaders(headers, new Set([HEADER.toLowerCase()]));
	}
	if (!namesAccount(headers)) return headers;
	const known = accounts.find(idOf(credentials));
	if (!known) {
		throw new SessionMissing('The ID of the account is not known yet. Test the credential again');
	}
	return withHeaders(headers, { [HEADER]: known.domainId });
}

/**
 * Looks up the account that the keys belong to (IAM, KeystoneListAuthDomains), where a request has named it
 * by the placeholder, unless that was done before.
 *
 * @returns Whether it was not known before
 * @param keys Sign instead of the credential's own: those of an agency
 * @throws UserError if IAM refuses, OperationalError if it cannot be reached
 */
export async function ensureAccount(
	httpRequest: HttpRequest,
	credentials: Credentials,
	time: SessionTime,
	keys?: HuaweiKeys,
): Promise<boolean> {
	if (!wanted.has(credentials)) return false;
	const id = idOf(credentials);
	if (accounts.find(id)) return false;
	await accounts.fetchOnce(credentials, id, time, async (end) => {
		const request: IHttpRequestOptions = {
			method: 'GET',
			url: `${huaweiIamEndpoint(credentials)}/v3/auth/domains`,
			headers: { 'Content-Type': 'application/json' },
		};
		const signed = () => {
			const wire = toWire(request, 'repeat');
			const by = keys ?? huaweiKeys(credentials);
			const headers = signHuawei(wire, by, new Date(time.now()));
			return fromWire(request, { ...wire, headers });
		};
		const caller = { httpRequest, credentials, waiting: time.waiting, end };
		const answer = await callIam(caller, signed);
		const [domain] = (answer.body.domains ?? []) as IDataObject[];
		const domainId = domain?.id;
		if (answer.statusCode !== 200 || typeof domainId !== 'string' || !DOMAIN_ID.test(domainId)) {
			const said = saidByIam(answer, { credentials, keys });
			const text = `Huawei Cloud IAM did not tell the ID of the account (HTTP ${answer.statusCode})${said}`;
			throw answer.statusCode < 500 ? new UserError(text) : new OperationalError(text);
		}
		const now = time.now();
		return { id, domainId, fetchedAt: now, expiresAt: Number.MAX_SAFE_INTEGER };
	});
	return true;
}
