import { adminOf } from './admin';
import type { AlibabaSetup } from './alibaba/model/options';
import { AlibabaState } from './alibaba/model/state';
import { AlibabaService } from './alibaba/service';
import { EXAMPLE, exampleAccounts, type Accounts, type Examples } from './core/accounts';
import { VirtualClock, type OutsideTime } from './core/clock';
import { Faults } from './core/faults';
import { RateLimiter } from './core/rateLimit';
import type { Beginning } from './core/state';
import type { VendorName } from './core/vendors';
import { Held } from './http/held';
import type { RecordedRequest } from './http/recorder';
import { listen, type Listener, type Shared } from './http/server';
import type { Service } from './http/service';
import { IamService } from './huawei/iam';
import type { HuaweiSetup } from './huawei/model/options';
import { HuaweiState } from './huawei/model/state';
import { HuaweiService } from './huawei/service';
import type { TencentSetup } from './tencent/model/options';
import { TencentState } from './tencent/model/state';
import { TencentService } from './tencent/service';

export { EXAMPLE, exampleAccounts, type Accounts, type Examples } from './core/accounts';
export { fault, type FaultEffect } from './core/faultEffects';
export type { ActiveFault, FaultRule } from './core/faults';
export type { RecordedRequest } from './http/recorder';
export type { Instance as AlibabaInstance } from './alibaba/model/instance';
export type {
	InstancePlan as AlibabaPlan,
	InstanceSeed as AlibabaSeed,
} from './alibaba/model/options';
export type { Instance as HuaweiInstance } from './huawei/model/instance';
export type { InstancePlan, InstanceSeed } from './huawei/model/options';
export type { Instance as TencentInstance } from './tencent/model/instance';
export type { InstanceSeed as TencentInstanceSeed } from './tencent/model/options';

export interface EmulatorOptions {
	/** Ports by endpoint; 0 or absent takes any free one. */
	ports?: Partial<Record<VendorName, number>>;
	/** Virtual seconds per real second; default 1. */
	speed?: number;
	/**
	 * Virtual milliseconds that pass before each request, on top of `speed`; default 0. With a clock that
	 * stands still otherwise, a run takes the same course however fast the machine is.
	 */
	tick?: number;
	/** The time of the clients, for tests on virtual time; by default the system's. */
	time?: OutsideTime;
	/** Who is let in; default the example credentials. */
	accounts?: Accounts;
	/** Whether requests that come too fast are refused; default false. */
	rateLimits?: boolean;
	/** How many requests are kept for assertions; default 1000. */
	keepRequests?: number;
	/** IDs are made from it: the same seed gives the same IDs. */
	seed?: string;
	/** What Huawei Cloud starts with. */
	huawei?: Beginning<HuaweiSetup>;
	/** What Alibaba Cloud starts with. */
	alibaba?: Beginning<AlibabaSetup>;
	/** What Tencent Cloud starts with. */
	tencent?: Beginning<TencentSetup>;
}

/** A running emulator. */
export interface Emulator {
	huawei: { url: string; iamUrl: string; state: HuaweiState };
	alibaba: { url: string; state: AlibabaState };
	tencent: { url: string; state: TencentState };
	/** All addresses at which it listens. */
	urls: string[];
	/** Example credentials, accepted unless `accounts` was given. */
	credentials: Examples;
	/** Who is let in; a change counts from the next request on. */
	accounts: Accounts;
	/** Requests received, oldest first. */
	requests: RecordedRequest[];
	clock: VirtualClock;
	faults: Faults;
	/** How many clients wait right now for nothing but a request that a fault holds back. */
	readonly held: number;
	/** Closes the listeners and drops every connection at once; what is held back is not carried out. */
	close(): Promise<void>;
}

/** Starts the three clouds on 127.0.0.1, each emulator with a state of its own. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
	const { accounts = exampleAccounts(), ports = {}, seed = 'emulator' } = options;
	const clock = new VirtualClock(options.speed, options.tick, options.time);
	const limiter = options.rateLimits ? new RateLimiter(clock) : null;
	const huawei = new HuaweiState(accounts.huawei, clock, seed);
	// Where time stands still, a list that lags would never show what is new.
	if (options.speed === 0 && !options.tick) huawei.durations.topicListed = 0;
	huawei.begin(options.huawei ?? {});
	const alibaba = new AlibabaState(clock, seed);
	alibaba.begin(options.alibaba ?? {});
	const tencent = new TencentState(clock, seed);
	tencent.begin(options.tencent ?? {});

	const services: Record<VendorName, Service> = {
		huawei: new HuaweiService(huawei, limiter),
		iam: new IamService(huawei, limiter),
		alibaba: new AlibabaService(alibaba, accounts.alibaba, limiter),
		tencent: new TencentService(tencent, accounts.tencent, limiter),
	};
	const faults = new Faults(services);
	const held = new Held(clock);
	const requests: RecordedRequest[] = [];
	const shared: Shared = { clock, faults, held, requests, keep: options.keepRequests ?? 1000 };
	const admin = adminOf(shared, { huawei, alibaba, tencent });
	const listeners: Listener[] = [];
	const close = async () => {
		held.end();
		await Promise.all(listeners.map((one) => one.close()));
	};
	try {
		listeners.push(await listen(services.huawei, ports.huawei ?? 0, shared, admin));
		listeners.push(await listen(services.iam, ports.iam ?? 0, shared));
		listeners.push(await listen(services.alibaba, ports.alibaba ?? 0, shared));
		listeners.push(await listen(services.tencent, ports.tencent ?? 0, shared));
	} catch (error) {
		await close();
		throw error;
	}
	const [huaweiAt, iamAt, alibabaAt, tencentAt] = listeners;
	return {
		huawei: { url: huaweiAt.url, iamUrl: iamAt.url, state: huawei },
		alibaba: { url: alibabaAt.url, state: alibaba },
		tencent: { url: tencentAt.url, state: tencent },
		urls: listeners.map(({ url }) => url),
		credentials: EXAMPLE,
		accounts,
		requests,
		clock,
		faults,
		get held() {
			return held.count;
		},
		close,
	};
}
