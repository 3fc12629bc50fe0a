import type { OperationFacts } from '../../core/facts';
import { validateRequest } from '../../core/validation';
import type { RawRequest } from '../../http/request';
import { refuse, refuseMissing } from '../answers/errors';
import { refuseProblems } from './problems';

/** The region a request is for, X-TC-Region; refuses what cannot be one. */
export function readRegion(request: RawRequest): string {
	const region = request.header('x-tc-region') || refuseMissing('Region');
	if (!/^[a-z]+-[a-z]+(-[a-z]+)?$/.test(region)) {
		refuse('UnsupportedRegion', `The region \`${region}\` is not supported.`);
	}
	return region;
}

/** Reads and validates the body; refuses parameters the operation does not have. */
export function readParameters(request: RawRequest, facts: OperationFacts): unknown {
	if (request.query !== '') refuse('InvalidParameter', 'The query must be empty.');
	if (!/^application\/json\b/i.test(request.header('content-type') ?? '')) {
		refuse('InvalidParameter', 'Content-Type must be application/json.');
	}
	let body: unknown;
	try {
		body = JSON.parse(request.body.toString('utf8'));
	} catch {
		refuse('InvalidParameter', 'The request body is not JSON.');
	}
	const problems = validateRequest(facts, { body });
	if (problems.length) refuseProblems(problems);
	return body;
}
