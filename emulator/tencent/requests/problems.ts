import type { Problem } from '../../core/validation';
import { refuse, refuseMissing } from '../answers/errors';

/** Ends the request over the first problem, which is all that the service tells. */
export function refuseProblems([{ kind, parameter, text }]: Problem[]): never {
	const name = `\`${parameter}\``;
	switch (kind) {
		case 'missing':
			return refuseMissing(parameter);
		case 'unknown':
			return refuse('UnknownParameter', `The parameter ${name} is not recognized.`);
		case 'type':
			return refuse(
				'InvalidParameter',
				`The value type of parameter ${name} is not valid: ${text}.`,
			);
		default:
			return refuse(
				'InvalidParameterValue',
				`The value of parameter ${name} is not valid: ${text}.`,
			);
	}
}
