import type { Plan } from './plans';

const times = (count: number | 'always') => {
	if (count === 'always') return 'always';
	return count === 1 ? 'once' : `${count} times`;
};

/** A plan in lines that a person reads; what is as usual is left out. */
export function describePlan(plan: Plan): string {
	const { kind, names, existing, each, ifAbsent, maximumWait, settings, stop, faults } = plan;
	const { onError, maxTries } = settings;
	const lines = [
		`${kind.vendor} ${kind.operation} of ${names.join(', ')}`,
		...existing.map((name) => `exists before: ${name}`),
		...(each > 1 ? [`each item asks for ${each}`] : []),
		...(ifAbsent ? ['Create If Absent'] : []),
		...(maximumWait === undefined ? [] : [`waits for completion, at most ${maximumWait} minutes`]),
		...(onError === 'stopWorkflow' ? [] : [`On Error: ${onError}`]),
		...(maxTries ? [`Retry On Fail: ${maxTries} tries`] : []),
		...(stop ? [`stopped ${stop.milliseconds} ms after ${stop.requests} requests`] : []),
		...faults.map(
			(fault) =>
				`fault from request ${fault.nth} of ${fault.operation} on, ${times(fault.times)}: ${JSON.stringify(fault.effect)}`,
		),
	];
	return lines.join('\n  ');
}
