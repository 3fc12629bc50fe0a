/** Find Candidates: each rule and each guard, over three clouds. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { EmulatorOptions } from '../../../emulator';
import { DAY, HOUR, NOW, named, openFleet } from '../../support/fleetStage';

const OLD = NOW - 60 * DAY;

const hTags = (tags: Record<string, string>) =>
	Object.entries(tags).map(([key, value]) => ({ key, value }));
const aTags = (tags: Record<string, string>) =>
	Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
const tTags = (tags: Record<string, string>) =>
	Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));

/** In each cloud what one rule is for, and what is just not for it. */
const FLEET: EmulatorOptions = {
	alibaba: {
		instances: [
			{ name: 'a-silent', createdAt: OLD, tags: aTags({ owner: 'ada' }) },
			{
				name: 'a-busy',
				createdAt: OLD,
				tags: aTags({ owner: 'bob' }),
				metrics: { instance_message_input: 5 },
			},
			{ name: 'a-undeployed', createdAt: OLD, phase: 'waiting', tags: aTags({ owner: 'x' }) },
			{ name: 'a-stopped', createdAt: OLD, phase: 'stopped', tags: aTags({ owner: 'x' }) },
			{
				name: 'a-unclear',
				createdAt: OLD,
				phase: 'stopped',
				tags: aTags({ owner: 'x' }),
				listedAs: { ViewInstanceStatusCode: undefined },
			},
			{ name: 'a-released', createdAt: OLD, phase: 'released', tags: aTags({ owner: 'x' }) },
		],
	},
	huawei: {
		instances: [
			{ name: 'h-failed', createdAt: OLD, status: 'CREATEFAILED', tags: hTags({ owner: 'x' }) },
			{
				name: 'h-past',
				createdAt: OLD,
				tags: hTags({ owner: 'x', 'expires-on': '2030-01-14' }),
			},
			{ name: 'h-today', createdAt: OLD, tags: hTags({ owner: 'x', 'expires-on': '2030-01-15' }) },
			{ name: 'h-bad', createdAt: OLD, tags: hTags({ owner: 'x', 'expires-on': '04/05/2026' }) },
			{ name: 'h-untagged', createdAt: OLD },
		],
	},
	tencent: {
		instances: [
			{ name: 't-14d', createdAt: NOW - 15 * DAY, tags: tTags({ owner: 'x', ttl: '14d' }) },
			{ name: 't-3w', createdAt: NOW - 15 * DAY, tags: tTags({ owner: 'x', ttl: '3w' }) },
			{
				name: 't-word',
				createdAt: NOW - 15 * DAY,
				tags: tTags({ owner: 'x', ttl: 'temporary' }),
			},
			{ name: 't-100', createdAt: NOW - 100 * DAY, tags: tTags({ owner: 'x', env: 'dev' }) },
			{ name: 'tmp-1', createdAt: NOW - 5 * DAY, tags: tTags({ owner: 'x' }) },
		],
	},
};

const namesOf = (items: IDataObject[]) => items.map(({ name }) => name).sort();
const rulesFired = ({ judgement }: IDataObject) =>
	((judgement as IDataObject).rules as IDataObject[]).map(({ rule }) => rule);
const unclearOf = (items: IDataObject[]) =>
	Object.fromEntries(
		items.flatMap(({ name, judgement }) => {
			const [first] = (judgement as IDataObject).unclear as IDataObject[];
			return first ? [[name, first.because]] : [];
		}),
	);

const find = async (parameters: INodeParameters) => {
	const fleet = await openFleet(FLEET);
	return { fleet, items: await fleet.items('cleanUp/find', parameters) };
};

describe('a rule fires for what it says', () => {
	test.each<[string, IDataObject, string, string[]]>([
		['Date in Tag', { dateTags: 'expires-on, expiry' }, 'dateInTag', ['h-past']],
		['Lifetime in Tag', { lifetimeTags: 'ttl' }, 'lifetimeInTag', ['t-14d']],
		[
			'Tag Equals',
			{ tagEquals: { entry: [{ key: 'env', value: 'dev' }] } },
			'tagEquals',
			['t-100'],
		],
		['Has No Tag', { lacksTags: 'owner' }, 'hasNoTag', ['h-untagged']],
		['Older Than', { olderThanDays: 90 }, 'olderThan', ['t-100']],
		['Failed For', { failedForHours: 24 }, 'failed', ['h-failed']],
		['Stopped or Expired', { stoppedOrExpired: true }, 'stoppedOrExpired', ['a-stopped']],
		[
			'Stopped or Expired, also when unclear',
			{ stoppedOrExpired: true, alsoUnclear: true },
			'stoppedOrExpired',
			['a-stopped', 'a-unclear'],
		],
		['Never Deployed', { neverDeployedDays: 14 }, 'neverDeployed', ['a-undeployed']],
		['Released but Still Listed', { releasedButListed: true }, 'released', ['a-released']],
		['Name Pattern', { namePattern: 'tmp-*' }, 'namePattern', ['tmp-1']],
	])('%s', async (_, rules, word, names) => {
		const { fleet, items } = await find({ rules: rules as INodeParameters });
		expect(namesOf(items)).toEqual(names);
		for (const item of items) expect(rulesFired(item)).toEqual([word]);
		expect(fleet.writes()).toEqual([]);
	});

	test('Idle For, by monitoring; a cloud that has no points is not idle', async () => {
		const { items } = await find({ rules: { idleFor: 14 }, show: 'all' });
		const silent = named(items, 'a-silent');
		expect(rulesFired(silent)).toEqual(['idle']);
		expect((silent.judgement as IDataObject).candidate).toBe(true);
		expect(silent.activity).toMatchObject({ verdict: 'idle', confidence: 'high' });
		expect(named(items, 'a-busy').activity).toMatchObject({ verdict: 'active' });
		const unknown = named(items, 'h-untagged');
		expect(unknown.activity).toMatchObject({ verdict: 'unknown', reason: 'noData' });
		expect(unknown.judgement).toMatchObject({ candidate: false, rules: [] });
		const candidates = items.filter(({ judgement }) => (judgement as IDataObject).candidate);
		expect(namesOf(candidates)).toEqual(['a-silent']);
	});

	test('what a rule cannot tell is told, and is no candidate', async () => {
		const { items } = await find({
			rules: { dateTags: 'expires-on', lifetimeTags: 'ttl', stoppedOrExpired: true },
			show: 'all',
			summary: true,
		});
		const { 'a-unclear': unclear, ...others } = unclearOf(items.filter(({ key }) => key));
		expect(unclear).toMatch(/does not tell whether it is stopped/);
		expect(others).toEqual({
			'h-bad': "badDate: tag expires-on is '04/05/2026'",
			't-word': "badLifetime: tag ttl is 'temporary'",
		});
		const { warnings } = items.at(-1) as { warnings: string[] };
		expect(warnings.join()).toContain('For 3 instances a rule could not be applied');
	});

	test('Combine: All asks for every rule', async () => {
		const rules = { olderThanDays: 10, lifetimeTags: 'ttl' };
		expect(namesOf((await find({ rules, combine: 'all' })).items)).toEqual(['t-14d']);
	});

	test('no rule at all is refused before any request', async () => {
		const fleet = await openFleet(FLEET);
		expect((await fleet.run('cleanUp/find', { rules: {} })).told).toContain("'Rules' is empty");
		expect(fleet.lines()).toEqual([]);
	});
});

describe('a guard is stronger than any rule, and says so', () => {
	const GUARDED: EmulatorOptions = {
		alibaba: {
			instances: [
				{ name: 'a-subscription', paidType: 0, createdAt: OLD },
				{ name: 'a-changing', phase: 'changing', createdAt: OLD },
				{ name: 'a-deploying', phase: 'starting', createdAt: OLD },
			],
		},
		huawei: {
			instances: [
				{ name: 'h-kept', createdAt: OLD, tags: hTags({ 'fleet-keep': '' }) },
				{ name: 'h-kept-until', createdAt: OLD, tags: hTags({ 'fleet-keep': '2030-02-01' }) },
				{ name: 'h-was-kept', createdAt: OLD, tags: hTags({ 'fleet-keep': '2030-01-01' }) },
				{ name: 'h-not-kept', createdAt: OLD, tags: hTags({ 'fleet-keep': 'false' }) },
				{ name: 'h-team', createdAt: OLD, tags: hTags({ team: 'core' }) },
				{ name: 'h-live-2', createdAt: OLD },
				{ name: 'h-alive', createdAt: OLD },
				{ name: 'h-listed', createdAt: OLD },
				{ name: 'h-young', createdAt: NOW - 23 * HOUR },
				{ name: 'h-prepaid', createdAt: OLD, prePaid: true },
				{ name: 'h-deleting', createdAt: OLD, status: 'DELETING' },
				{ name: 'h-odd', createdAt: OLD, shown: { status: 'SOMETHING' } },
			],
		},
	};

	test('each guard', async () => {
		const fleet = await openFleet(GUARDED);
		const { id } = fleet.em.huawei.state.named('h-listed') as { id: string };
		const items = await fleet.items('cleanUp/find', {
			clouds: ['alibaba', 'huawei'],
			rules: { namePattern: '*-*' },
			show: 'all',
			keep: { keepTags: { entry: [{ key: 'team', value: 'core' }] }, keepIds: [id] },
		});
		const held = Object.fromEntries(
			items.map(({ name, judgement }) => {
				const { candidate, kept } = judgement as { candidate: boolean; kept: IDataObject[] };
				expect(candidate).toBe(kept.length === 0);
				for (const { because } of kept) expect(because).toMatch(/^[A-Z].*\.$/);
				return [name, kept.map(({ guard }) => guard).join()];
			}),
		);
		expect(held).toEqual({
			'a-subscription': 'subscription',
			'a-changing': 'state',
			'a-deploying': 'state',
			'h-kept': 'keepTag',
			'h-kept-until': 'keepTag',
			'h-was-kept': '',
			'h-not-kept': '',
			'h-team': 'keepTags',
			'h-live-2': 'protectedWord',
			'h-alive': '',
			'h-listed': 'keepIds',
			'h-young': 'minimumAge',
			'h-prepaid': 'subscription',
			'h-deleting': 'state',
			'h-odd': 'state',
		});
	});

	test('what a guard keeps costs no monitoring call', async () => {
		const fleet = await openFleet({
			alibaba: { instances: [{ name: 'a-prod', createdAt: OLD }] },
		});
		await fleet.items('cleanUp/find', { clouds: ['alibaba'], rules: { idleFor: 14 } });
		expect(fleet.lines()).toEqual(['alibaba GetInstanceList']);
	});
});

test('a report tells the price of the candidates apart, and what is kept is no rule that failed', async () => {
	const fleet = await openFleet({
		huawei: {
			instances: ['h-new', 'h-old', 'h-prod'].map((name) => ({
				name,
				createdAt: NOW - (name === 'h-new' ? 5 : 60) * DAY,
			})),
		},
	});
	const perMonth = { cloud: 'huawei', contains: '', perMonth: 150, perGb: 0, currency: 'USD' };
	const [report] = await fleet.items('cleanUp/find', {
		clouds: ['huawei'],
		rules: { olderThanDays: 30, idleFor: 14 },
		show: 'all',
		output: 'report',
		options: { priceRows: { entry: [perMonth] } },
	});
	expect(report.text).toContain('Price per month: 450 USD; 3 of 3 have a price.');
	expect(report.text).toContain('Price per month of the candidates: 150 USD.');
	expect(report.text).toContain('For 2 instances a rule could not be applied');
});
