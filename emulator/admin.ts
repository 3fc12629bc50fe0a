import type { AlibabaState } from './alibaba/model/state';
import { EFFECT_KINDS } from './core/faultEffects';
import type { FaultRule } from './core/faults';
import { json, type Answer } from './http/answer';
import type { RawRequest } from './http/request';
import type { Interceptor, Shared } from './http/server';
import type { HuaweiState } from './huawei/model/state';
import type { TencentState } from './tencent/model/state';

const PREFIX = '/_emulator/';

interface States {
	huawei: HuaweiState;
	alibaba: AlibabaState;
	tencent: TencentState;
}

/**
 * The emulator's own paths under /_emulator/ on the Huawei port, unsigned: state, requests, clock,
 * faults, plans. Documented in docs/emulator.md.
 */
export function adminOf(shared: Shared, states: States): Interceptor {
	const routes: Record<string, (body: Record<string, unknown>) => unknown> = {
		'GET state': () => stateOf(states),
		'GET requests': () => shared.requests.map((request) => without(request, 'rawBody')),
		'GET clock': () => clockOf(shared),
		'POST clock': (body) => {
			if (body.speed !== undefined) shared.clock.speed = Number(body.speed);
			if (body.advance !== undefined) shared.clock.advance(Number(body.advance) * 1000);
			return clockOf(shared);
		},
		'GET faults': () => faultsOf(shared),
		'POST faults': (body) => {
			shared.faults.add(checkedRule(body));
			return faultsOf(shared);
		},
		'DELETE faults': () => {
			shared.faults.clear();
			return faultsOf(shared);
		},
		'POST plans': (body) => {
			const { vendor = 'huawei', ...plan } = body;
			if (!isCloud(vendor)) throw new Error('"vendor" is huawei, alibaba or tencent');
			const { plans } = states[vendor];
			plans.push(plan);
			return plans;
		},
	};
	const isCloud = (name: unknown): name is keyof States => Object.hasOwn(states, String(name));
	return (request) => {
		if (!request.path.startsWith(PREFIX)) return null;
		const route = routes[`${request.method} ${request.path.slice(PREFIX.length)}`];
		if (!route) return json(404, { error: `Known: ${Object.keys(routes).join(', ')}` });
		return answer(route, request);
	};
}

function answer(route: (body: Record<string, unknown>) => unknown, request: RawRequest): Answer {
	try {
		const text = request.body.toString('utf8') || '{}';
		return json(200, route(JSON.parse(text) as Record<string, unknown>));
	} catch (error) {
		return json(400, { error: error instanceof Error ? error.message : String(error) });
	}
}

function checkedRule(body: Record<string, unknown>): FaultRule {
	const rule = body as unknown as FaultRule;
	const effects = rule.effect ? [rule.effect].flat() : [];
	if (!effects.length || effects.some((effect) => !EFFECT_KINDS.includes(effect.kind))) {
		throw new Error(`"effect" needs a "kind" out of ${EFFECT_KINDS.join(', ')}`);
	}
	return rule;
}

function clockOf(shared: Shared) {
	return { now: new Date(shared.clock.now()).toISOString(), speed: shared.clock.speed };
}

function faultsOf(shared: Shared) {
	return shared.faults.list().map(({ rule, seen, hits }) => ({ rule, seen, hits }));
}

/** What the clouds hold, without passwords. */
function stateOf({ huawei, alibaba, tencent }: States) {
	return {
		huawei: {
			...settingsOf(huawei),
			instances: huawei.instances.map((instance) =>
				without(withoutSecrets(instance), 'managerPassword'),
			),
		},
		alibaba: { ...settingsOf(alibaba), instances: alibaba.instances.map(withoutSecrets) },
		tencent: {
			...settingsOf(tencent),
			flows: tencent.flows,
			instances: tencent.instances.map(withoutSecrets),
		},
	};
}

const settingsOf = ({ rules, durations, plans }: States[keyof States]) => ({
	rules,
	durations,
	plans,
});

/** An instance without what is only planned and without its users' passwords. */
function withoutSecrets<T extends { agenda: unknown; users: Array<{ password: string }> }>(
	instance: T,
) {
	const users = instance.users.map((user) => without(user, 'password'));
	return { ...without(instance, 'agenda'), users };
}

function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
	const copy = { ...value };
	delete copy[key];
	return copy;
}
