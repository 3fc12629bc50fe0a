import type { IDataObject } from 'n8n-workflow';

import { BadInput, quoted } from '../../shared/contract/badInput';
import { Failure } from '../../shared/contract/failure';
import { isExpression } from '../../shared/contract/nothing';
import type { Caps } from '../../shared/fleet/caps';
import type { Keep, Only } from '../../shared/fleet/grounds';
import type { DeleteHow, FleetVendor } from '../../shared/fleet/vendor';
import { askAccount } from '../run/accounts';
import type { FleetRun } from '../run/fleetRun';
import { keepOf, onlyOf } from '../run/judging';
import type { NodeRun } from '../run/nodeRun';
import { WINDOW_DAYS } from '../run/wanted';

/** How a run deletes. */
export interface DeletionSettings {
	dryRun: boolean;
	only: Only | undefined;
	keep: Keep;
	caps: Caps;
	onlyAccounts: string[];
	neverAccounts: string[];
	checkActivity: boolean;
	/** Window of that check, hours. */
	activityHours: number;
	needAllRegions: boolean;
	how: DeleteHow;
	finishReleased: boolean;
	waitUntilGone: boolean;
	/** Milliseconds. */
	maximumWait: number;
}

/** Most deletions of one run unless the user says otherwise, and their share of a cloud in percent. */
export const MOST_DELETIONS = 5;
export const MOST_PERCENT = 50;

/** Minutes until a deletion is left to itself, unless the user says otherwise. */
export const MAXIMUM_WAIT = 30;

/**
 * The guards of a deletion, checked before anything is sent.
 *
 * @throws {BadInput} A guard is missing or too wide
 * @throws {Failure} `notSent`: an AI agent may not delete
 */
export function deletionSettings(run: NodeRun, index: number): DeletionSettings {
	const parameters = run.parameters(index);
	const option = (name: string) => `deleteOptions.${name}`;
	const isOn = (name: string, label: string, fallback: boolean) =>
		parameters.isOn(option(name), label, fallback);
	const dryRun = parameters.isOn('dryRun', 'Dry Run', true);
	const mayAgent = isOn('allowAgent', 'Allow Deletion by an AI Agent', false) && isFixed(run);
	if (!dryRun && run.isTool && !mayAgent) throw notForAgents();
	return {
		dryRun,
		only: onlyOf(parameters, !dryRun),
		keep: keepOf(parameters),
		caps: {
			most: parameters.number('mostDeletions', 'Maximum Deletions', MOST_DELETIONS, [1, 1_000]),
			mostPercent: parameters.number(
				option('mostPercent'),
				'Maximum Share (%)',
				MOST_PERCENT,
				[1, 100],
			),
			whenTooMany: parameters.word(
				option('whenTooMany'),
				'When Too Many',
				['none', 'oldestFirst'],
				'none',
			),
		},
		onlyAccounts: accounts(option('onlyAccounts'), 'Only in Accounts'),
		neverAccounts: accounts(option('neverAccounts'), 'Never in Accounts'),
		checkActivity: isOn('checkActivity', 'Check Activity Again', true),
		activityHours:
			parameters.number(option('activityDays'), 'Activity Window (Days)', WINDOW_DAYS, [1, 30]) *
			24,
		needAllRegions: isOn('needAllRegions', 'Require All Regions', false),
		how: {
			skipRecycleBin: isOn('skipRecycleBin', 'Skip Recycle Bin', false),
			expiredSubscriptions: isOn('expiredSubscriptions', 'Also Expired Subscriptions', false),
		},
		finishReleased: isOn('finishReleased', 'Finish Released Instances', true),
		waitUntilGone: isOn('waitUntilGone', 'Wait Until Gone', false),
		maximumWait:
			parameters.number(option('maximumWait'), 'Maximum Wait (Minutes)', MAXIMUM_WAIT, [1, 1_440]) *
			60_000,
	};

	function accounts(name: string, label: string): string[] {
		const list = parameters.ids(name, label);
		if (parameters.has(name) && list.length === 0) throw emptyAccounts(label);
		const wrong = list.find((id) => !ACCOUNT_ID.test(id));
		if (wrong !== undefined) throw noAccountId(label, wrong);
		return list.map((id) => id.toLowerCase());
	}
}

/** Whether the switch stands in the node itself: what an expression gives may be the model's own words. */
function isFixed({ context }: NodeRun): boolean {
	const { deleteOptions } = context.getNode().parameters;
	return !isExpression(deleteOptions) && !isExpression((deleteOptions as IDataObject)?.allowAgent);
}

const notForAgents = () =>
	new Failure('notSent', 'An AI agent may not delete instances with this node', {
		advice:
			"Nothing was sent. If the agent is to delete, turn on 'Allow Deletion by an AI Agent' in the options of the operation, not by an expression; a dry run is always allowed.",
	});

/** IDs of accounts: digits, or 32 hexadecimal characters, by cloud. */
const ACCOUNT_ID = /^(\d+|[0-9a-f]{32})$/i;

/** The name of an account would be the ID of none, so that it would keep nothing. */
const noAccountId = (label: string, id: string) =>
	new BadInput(
		label,
		`contains what is not the ID of an account: ${quoted(id)}`,
		'Use IDs, not names: digits, or 32 hexadecimal characters, depending on the cloud.',
	);

/** A guard that was added and says nothing would let every account pass. */
const emptyAccounts = (label: string) =>
	new Failure('notSent', `'${label}' is empty`, {
		advice: 'Enter account IDs, check the expression, or remove the option.',
	});

/**
 * Holds a run to the accounts that it may delete in, by one request for each cloud before all others.
 *
 * @throws {Failure} `notSent`: a credential leads to another account
 */
export async function checkAccounts(
	fleet: FleetRun,
	vendors: readonly FleetVendor[],
	{ onlyAccounts, neverAccounts }: DeletionSettings,
): Promise<void> {
	if (onlyAccounts.length === 0 && neverAccounts.length === 0) return;
	for (const vendor of vendors) {
		const account = await askAccount(fleet, vendor);
		const id = account.toLowerCase();
		if (onlyAccounts.length > 0 && !onlyAccounts.includes(id)) {
			throw wrongAccount(vendor, account, "is not in 'Only in Accounts'");
		}
		if (neverAccounts.includes(id)) {
			throw wrongAccount(vendor, account, "is in 'Never in Accounts'");
		}
	}
}

const wrongAccount = ({ label }: FleetVendor, account: string, problem: string) =>
	new Failure('notSent', `The account ${account} of ${label} ${problem}`, {
		advice: 'Nothing was deleted in this account. Check the credential, or the option.',
	});
