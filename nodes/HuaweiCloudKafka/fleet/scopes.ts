import type { HuaweiProject } from '../../../credentials/session/huaweiIam';
import { asFailure, type Failure } from '../../shared/contract/failure';
import type { Scope } from '../../shared/fleet/record';
import type { NotRead, NotReadReason, Open, RegionChoice, Scopes } from '../../shared/fleet/vendor';
import type { Connection } from '../../shared/request/connection';
import {
	KNOWN_REGIONS,
	accountOf,
	allProjects,
	ownScope,
	regionOfProject,
	type Account,
} from './projects';

/** Which projects of which regions there are to read. */

/** Makes rows for what cannot be read. */
type Row = (
	region: string,
	project: string | null,
	reason: NotReadReason,
	words: { message: string; whatToDo: string; failure?: Failure },
) => NotRead;

const rowsAt =
	(now: number): Row =>
	(region, project, reason, { message, whatToDo, failure }) => ({
		kind: 'regionNotRead',
		cloud: 'huawei',
		region,
		project,
		reason,
		message,
		code: failure?.details.code ?? null,
		requestId: failure?.details.requestId ?? null,
		whatToDo,
		readAt: new Date(now).toISOString(),
	});

const isWanted = ({ mode, chosen, exclude }: RegionChoice, region: string): boolean =>
	!exclude.includes(region) && (mode !== 'chosen' || chosen.includes(region));

/**
 * What there is to read: the projects of the regions, those of one's own within a region too. At most one
 * request to IAM, and none for the credential's own region. A region without a project was never opened, which
 * is worth a row only where it was chosen.
 *
 * @param now Unix time, milliseconds
 * @throws {Failure} Where not even the credential's own region can be told
 */
export async function scopes(open: Open, wanted: RegionChoice, now: number): Promise<Scopes> {
	const at = await open();
	const account = await accountOf(at);
	const own = await ownScope(at, account);
	if (wanted.mode === 'own') {
		return { scopes: isWanted(wanted, own.region) ? [own] : [], rows: [], warnings: [] };
	}
	return await ofAccount(at, account, own, wanted, rowsAt(now));
}

async function ofAccount(
	at: Connection,
	account: Account,
	own: Scope,
	wanted: RegionChoice,
	row: Row,
): Promise<Scopes> {
	let projects: HuaweiProject[];
	try {
		projects = await allProjects(at, account);
	} catch (error) {
		return onlyOwn(asFailure(error), own, wanted, row);
	}
	const found: Scope[] = [];
	const rows: NotRead[] = [];
	const opened = new Set<string>();
	for (const project of [...projects].sort(byName)) {
		const region = regionOfProject(project, account);
		if (region === undefined) {
			if (wanted.mode === 'all')
				rows.push(row(project.name, project.name, 'skipped', IN_NO_REGION));
			continue;
		}
		opened.add(region);
		if (!isWanted(wanted, region)) continue;
		const problem = whyNot(project, region, account);
		if (problem) rows.push(row(region, project.name, problem.reason, problem));
		else found.push({ cloud: 'huawei', region, project: project.name, projectId: project.id });
	}
	if (isWanted(wanted, own.region) && !found.some(({ projectId }) => projectId === own.projectId)) {
		found.unshift(own);
	}
	opened.add(own.region);
	const unopened = wanted.chosen.filter(
		(region) => isWanted(wanted, region) && !opened.has(region),
	);
	const isChosen = wanted.mode === 'chosen';
	if (isChosen)
		rows.push(...unopened.map((region) => row(region, null, 'notOpened', NEVER_OPENED)));
	const count = [...KNOWN_REGIONS].filter((region) => !opened.has(region)).length;
	const warnings = isChosen || account.isPrivate || count === 0 ? [] : [unopenedRegions(count)];
	return { scopes: found, rows, warnings };
}

const byName = (one: HuaweiProject, other: HuaweiProject) => (one.name < other.name ? -1 : 1);

const IN_NO_REGION = {
	message: 'The project is in no region of Kafka',
	whatToDo: 'Nothing: there can be no Kafka instances in it.',
};

const NEVER_OPENED = {
	message: 'The account has no project in this region, as it was never opened',
	whatToDo: 'Open the region in the console of Huawei Cloud once, or leave it out.',
};

const DISABLED = {
	reason: 'skipped',
	message: 'The project is disabled',
	whatToDo: 'Enable it in the IAM console to read it.',
} as const;

const NEEDS_KEY = {
	reason: 'noPermission',
	message: "A sign-in reads only the region's own project",
	whatToDo: "Use the authentication 'Access Key' in the credential to read other projects.",
} as const;

const unopenedRegions = (count: number) =>
	`Huawei Cloud: ${count} regions have no project in this account, as they were never opened.`;

function whyNot({ name, enabled }: HuaweiProject, region: string, { hasKey }: Account) {
	if (!enabled) return DISABLED;
	return hasKey || name === region ? undefined : NEEDS_KEY;
}

/** Without the list of projects, only the project that the credential itself knows can be read. */
function onlyOwn(failure: Failure, own: Scope, wanted: RegionChoice, row: Row): Scopes {
	if (failure.kind === 'cancelled') throw failure;
	const regions = wanted.mode === 'all' ? [...KNOWN_REGIONS] : wanted.chosen;
	const others = regions.filter((region) => region !== own.region && isWanted(wanted, region));
	const isForbidden = failure.details.httpStatus === 403;
	const words = {
		message: failure.message,
		whatToDo: isForbidden
			? "Grant the IAM user 'iam:projects:listProjects', or choose only the credential's region."
			: (failure.details.advice ?? 'Try again later.'),
		failure,
	};
	const reason = isForbidden ? 'noPermission' : reasonOf(failure);
	return {
		scopes: isWanted(wanted, own.region) ? [own] : [],
		rows: others.map((region) => row(region, null, reason, words)),
		warnings: [],
	};
}

const reasonOf = ({ kind, details }: Failure): NotReadReason => {
	if (details.httpStatus === 429) return 'throttled';
	return kind === 'unreachable' ? 'unreachable' : 'broken';
};
