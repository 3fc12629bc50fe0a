import type { OperationContext } from '../../nodes/shared/contract/context';
import type { Vendor } from '../../nodes/shared/contract/vendor';
import { pause, throwIfCancelled } from '../../nodes/shared/request/clock';
import { VirtualClock } from './virtualClock';

/** What a test decides of an operation's context; the rest does what does the least. */
export type GivenContext = Partial<Omit<OperationContext, 'vendor'>> & {
	vendor?: Partial<Vendor>;
};

/** What an operation may do while it runs, without n8n and without a cloud. */
export function operationContext({ vendor, ...given }: GivenContext = {}): OperationContext {
	const { clock = new VirtualClock(), signal } = given;
	return {
		vendor: { name: 'Some Cloud', ...vendor } as Vendor,
		action: 'Create thing',
		clock,
		addressee: 'here',
		signal,
		about: '',
		identity: '',
		call: async () => await Promise.reject(new Error('Nothing is sent in this test')),
		nodeParameter: (name) => {
			throw new Error(`This test has no parameter '${name}'`);
		},
		isOn: () => false,
		simplified: (json) => json,
		isRetried: false,
		once: async (_name, task) => await task(),
		oncePerRun: async (_key, task) => await task(),
		pause: async (duration, when) => await pause(clock, duration, signal, when),
		throwIfCancelled: (when) => throwIfCancelled(signal, when),
		hide: (value) => value,
		note: () => undefined,
		...given,
		until: (earlier) => operationContext({ ...given, vendor, clock, signal: earlier }),
	};
}
