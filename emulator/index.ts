import { adminOf } from './admin';
import type { AlibabaDurations } from './alibaba/model/durations';
import {
	AlibabaState,
	type AlibabaPlan,
	type AlibabaRules,
	type AlibabaSeed,
} from './alibaba/model/state';
import { AlibabaService } from './alibaba/service';
import { EXAMPLE, exampleAccounts, type Accounts, type Examples } from './core/accounts';
import { VirtualClock } from './core/clock';
import { Faults } from './core/faults';
import { RateLimiter } from './core/rateLimit';
import type { RecordedRequest } from './http/recorder';
import { listen, type Listener, type Shared } from './http/server';
import { IamService } from './huawei/iam';
import type { Durations } from './huawei/model/durations';
import {
	HuaweiState,
	type HuaweiRules,
	type InstancePlan,
	type InstanceSeed,
} from './huawei/model/state';
import { DmsService } from './huawei/service';
import type { Durations as TencentDurations } from './tencent/model/durations';
import type {
	InstancePlan as TencentInstancePlan,
	InstanceSeed as TencentInstanceSeed,
	TencentRules,
} from './tencent/model/options';
import { TencentState } from './tencent/model/state';
import { TencentService } from './tencent/service';

export { EXAMPLE, exampleAccounts, type Accounts, type Examples } from './core/accounts';
export { fault, type ActiveFault, type FaultEffect, type FaultRule } from './core/faults';
export type { RecordedRequest } from './http/recorder';
export type { Instance as AlibabaInstance } from './alibaba/model/instance';
export type { AlibabaPlan, AlibabaSeed } from './alibaba/model/state';
export type { Instance as HuaweiInstance } from './huawei/model/instance';
export type { InstancePlan, InstanceSeed } from './huawei/model/state';
export type { Instance as TencentInstance } from './tencent/model/instance';
export type { InstanceSeed as TencentInstanceSeed } from './tencent/model/options';

export interface EmulatorOptions {
	/** Ports by endpoint; 0 or absent takes any free one. */
	ports?: Partial<Record<'huawei' | 'iam' | 'alibaba' | 'tencent', number>>;
	/** Virtual seconds per real second; default 1. */
	speed?: number;
	/**
	 * Virtual milliseconds that pass before each request, on top of `speed`; default 0. With a clock that
	 * stands still otherwise, a run takes the same course however fast the machine is.
	 */
	tick?: number;
	/** The time from outside, Unix time in milliseconds; by default the system's. */
	now?: () => number;
	/** Who is let in; default the example credentials. */
	accounts?: Accounts;
	/** Whether requests that come too fast are refused; default false. */
	rateLimits?: boolean;
	/** How many requests are kept for assertions; default 1000. */
	keepRequests?: number;
	/** IDs are made from it: the same seed gives the same IDs. */
	seed?: string;
	/** What Huawei Cloud starts with. */
	huawei?: {
		durations?: Partial<Durations>;
		rules?: Partial<HuaweiRules>;
		plans?: InstancePlan[];
		instances?: InstanceSeed[];
	};
	/** What Alibaba Cloud starts with. */
	alibaba?: {
		durations?: Partial<AlibabaDurations>;
		rules?: Partial<AlibabaRules>;
		plans?: AlibabaPlan[];
		instances?: AlibabaSeed[];
	};
	/** What Tencent Cloud starts with. */
	tencent?: {
		durations?: Partial<TencentDurations>;
		rules?: Partial<TencentRules>;
		plans?: TencentInstancePlan[];
		instances?: TencentInstanceSeed[];
	};
}

/** A running emulator. */
export interface Emulator {
	huawei: { url: string; iamUrl: string; state: HuaweiState };
	alibaba: { url: string; state: AlibabaState };
	tencent: { url: string; state: TencentState };
	/** Example credentials, accepted unless `accounts` was given. */
	credentials: Examples;
	/** Requests received, oldest first. */
	requests: RecordedRequest[];
	clock: VirtualClock;
	faults: Faults;
	/** Closes the listeners and drops every connection at once. */
	close(): Promise<void>;
}

/** Starts the three clouds on 127.0.0.1, each emulator with a state of its own. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
	const accounts = options.accounts ?? exampleAccounts();
	const clock = new VirtualClock(options.speed, options.tick, options.now);
	const limiter = options.rateLimits ? new RateLimiter(clock.real) : null;
	const shared: Shared = {
		clock,
		faults: new Faults(),
		requests: [],
		keep: options.keepRequests ?? 1000,
	};
	const huawei = new HuaweiState(accounts.huawei, clock, options.seed ?? 'emulator');
	prepare(huawei, options.huawei ?? {});
	const alibaba = new AlibabaState(clock, options.seed ?? 'emulator');
	prepare(alibaba, options.alibaba ?? {});
	const tencent = new TencentState(clock, options.seed ?? 'emulator');
	prepare(tencent, options.tencent ?? {});

	const dms = new DmsService(huawei, limiter);
	const openApi = new AlibabaService(alibaba, accounts.alibaba, limiter);
	const tc3 = new TencentService(tencent, accounts.tencent, limiter);
	const { ports = {} } = options;
	const admin = adminOf(shared, { huawei, alibaba, tencent });
	const listeners: Listener[] = [];
	const close = async () => void (await Promise.all(listeners.map((one) => one.close())));
	try {
		listeners.push(await listen(dms, ports.huawei ?? 0, shared, admin));
		listeners.push(await listen(new IamService(huawei), ports.iam ?? 0, shared));
		listeners.push(await listen(openApi, ports.alibaba ?? 0, shared));
		listeners.push(await listen(tc3, ports.tencent ?? 0, shared));
	} catch (error) {
		await close();
		throw error;
	}
	const [dmsAt, iamAt, alibabaAt, tencentAt] = listeners;
	return {
		huawei: { url: dmsAt.url, iamUrl: iamAt.url, state: huawei },
		alibaba: { url: alibabaAt.url, state: alibaba },
		tencent: { url: tencentAt.url, state: tencent },
		credentials: EXAMPLE,
		requests: shared.requests,
		clock,
		faults: shared.faults,
		close,
	};
}

/** What every vendor's state starts with. */
interface Beginning<Plan, Seed> {
	durations?: object;
	rules?: object;
	plans?: Plan[];
	instances?: Seed[];
}

function prepare<Plan, Seed>(
	state: { durations: object; rules: object; plans: Plan[]; seed(instance: Seed): unknown },
	{ durations, rules, plans = [], instances = [] }: Beginning<Plan, Seed>,
): void {
	Object.assign(state.durations, durations);
	Object.assign(state.rules, rules);
	state.plans.push(...plans);
	for (const instance of instances) state.seed(instance);
}
