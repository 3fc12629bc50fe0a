import type { AlibabaPlan, AlibabaState } from './alibaba/model/state';
import type { FaultRule } from './core/faults';
import { json, type Answer } from './http/answer';
import type { RawRequest } from './http/request';
import type { Interceptor, Shared } from './http/server';
import type { HuaweiState, InstancePlan } from './huawei/model/state';
import type { InstancePlan as TencentPlan } from './tencent/model/options';
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
			if (vendor === 'alibaba') return plansWith(states.alibaba.plans, plan as AlibabaPlan);
			if (vendor === 'tencent') return plansWith(states.tencent.plans, plan as TencentPlan);
			return plansWith(states.huawei.plans, plan as InstancePlan);
		},
	};
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

function plansWith<P>(plans: P[], plan: P): P[] {
	plans.push(plan);
	return plans;
}

const KINDS = ['answer', 'delay', 'cut', 'truncate', 'malformed', 'empty', 'skew'];

function checkedRule(body: Record<string, unknown>): FaultRule {
	const rule = body as unknown as FaultRule;
	const effects = rule.effect ? [rule.effect].flat() : [];
	if (!effects.length || effects.some((effect) => !KINDS.includes(effect.kind))) {
		throw new Error(`"effect" needs a "kind" out of ${KINDS.join(', ')}`);
	}
	return rule;
}

function clockOf(shared: Shared) {
	return { now: new Date(shared.clock.now()).toISOString(), speed: shared.clock.speed };
}

function faultsOf(shared: Shared) {
	return shared.faults.list().map(({ rule, seen, hits }) => ({ rule, seen, hits }));
}

/** The state without passwords and without what is only planned. */
function stateOf({ huawei, alibaba, tencent }: States) {
	const instances = huawei.instances.map((instance) => ({
		...without(without(instance, 'agenda'), 'managerPassword'),
		users: instance.users.map((user) => without(user, 'password')),
	}));
	return {
		huawei: { rules: huawei.rules, durations: huawei.durations, plans: huawei.plans, instances },
		alibaba: {
			rules: alibaba.rules,
			durations: alibaba.durations,
			plans: alibaba.plans,
			instances: alibaba.instances.map((instance) => ({
				...without(instance, 'agenda'),
				users: instance.users.map((user) => without(user, 'password')),
			})),
		},
		tencent: {
			rules: tencent.rules,
			durations: tencent.durations,
			plans: tencent.plans,
			flows: tencent.flows,
			instances: tencent.instances.map((instance) => ({
				...without(instance, 'agenda'),
				users: instance.users.map((user) => without(user, 'password')),
			})),
		},
	};
}

function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
	const copy = { ...value };
	delete copy[key];
	return copy;
}
