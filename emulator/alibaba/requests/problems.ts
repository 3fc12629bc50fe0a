import type { Problem } from '../../core/validation';
import type { Reject } from '../answers/errors';

/** Ends the request with the gateway's 400, naming every parameter; the first problem decides the code. */
export function rejectProblems(problems: Problem[], reject: Reject): never {
	const texts = problems.map((p) => `${p.parameter} ${p.text}`).join('; ');
	if (problems[0].kind === 'missing') {
		const name = problems[0].parameter;
		return reject(400, `Missing${name}`, `${name} is mandatory for this action. (${texts})`);
	}
	return reject(400, 'InvalidParameter', `The specified parameter is not valid: ${texts}`);
}
