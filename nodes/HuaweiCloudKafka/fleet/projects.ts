import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { isRegion, textOf } from '../../../credentials/fields/checks';
import { ownProjectId, usesAccessKey } from '../../../credentials/fields/huawei';
import { HUAWEI_REGIONS } from '../../../credentials/regions/huawei';
import { endSessionAt, ensureSession, projectsOf } from '../../../credentials/session/huawei';
import { IamRefusal, type HuaweiProject } from '../../../credentials/session/huaweiIam';
import { Failure } from '../../shared/contract/failure';
import type { Scope } from '../../shared/fleet/record';
import { throwIfCancelled } from '../../shared/request/clock';
import type { Connection } from '../../shared/request/connection';
import { huawei, sessionTimeOf } from '../vendor';

/** The projects that a credential leads to, by the session store of the credentials. */

/** Longest that the list of projects may take, milliseconds. */
const LONGEST = 60_000;

/** A credential, and what of it decides which projects can be read. */
export interface Account {
	data: ICredentialDataDecryptedObject;
	/** Region of the credential. */
	region: string;
	/** Whether it signs with an access key; a sign-in reads only the project of a region itself. */
	hasKey: boolean;
	/** Whether it has an endpoint of its own, so that its regions are not those of the package. */
	isPrivate: boolean;
}

/**
 * Reads the credential once more, for what its connection does not tell.
 *
 * @throws {Error} As n8n words it
 */
export async function accountOf({ context, finalRegion }: Connection): Promise<Account> {
	const data = (await context.getCredentials<IDataObject>(
		huawei.credential,
	)) as ICredentialDataDecryptedObject;
	return {
		data,
		region: finalRegion,
		hasKey: usesAccessKey(data),
		isPrivate: textOf(data, 'endpoint') !== '',
	};
}

function asking({ context, clock, signal }: Connection, { data }: Account) {
	const late = clock.timeout(LONGEST);
	const end = signal ? AbortSignal.any([signal, late]) : late;
	endSessionAt(data, end);
	return { httpRequest: context.helpers.httpRequest, time: sessionTimeOf(clock), end };
}

/** The project that the credential's own region has; without a request, as its connection has found it out. */
export async function ownScope(at: Connection, account: Account): Promise<Scope> {
	const { data, region } = account;
	const { httpRequest, time } = asking(at, account);
	const { projectId } = await ensureSession(httpRequest, data, region, time);
	// An ID in the credential may be of any project in the region.
	const project = ownProjectId(data, region) === '' ? region : null;
	return { cloud: 'huawei', region, project, projectId };
}

/**
 * All projects of the account that the credential may see, by at most one request to IAM.
 *
 * @throws {Failure} With its reason: `refused` for a key that may not list them
 */
export async function allProjects(at: Connection, account: Account): Promise<HuaweiProject[]> {
	const { httpRequest, time, end } = asking(at, account);
	try {
		return await projectsOf(httpRequest, account.data, time, end);
	} catch (error) {
		throwIfCancelled(at.signal, 'while the projects were listed');
		throw unlisted(error as Error);
	}
}

function unlisted(error: Error): Failure {
	const [message, ...advice] = error.message.split('. ');
	const details = { advice: advice.length > 0 ? `${advice.join('. ')}.` : undefined };
	return error instanceof IamRefusal
		? new Failure('refused', message, { ...details, httpStatus: error.httpStatus })
		: new Failure('unreachable', message, details);
}

/** Regions of the package. */
export const KNOWN_REGIONS: ReadonlySet<string> = new Set(
	HUAWEI_REGIONS.map(({ value }) => String(value)),
);

/**
 * The region of a project by its name: a region's ID, or `<region>_<name>` (IAM user guide, iam_06_0004).
 *
 * @returns `undefined` for what is in no region, such as MOS
 */
export function regionOfProject(
	{ name }: HuaweiProject,
	{ region: own, isPrivate }: Account,
): string | undefined {
	const [region] = name.split('_');
	const isKnown = region === own || (isPrivate ? isRegion(region) : KNOWN_REGIONS.has(region));
	return isKnown ? region : undefined;
}
