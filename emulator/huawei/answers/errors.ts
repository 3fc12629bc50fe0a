import { readFacts } from '../../core/facts';
import { AnswerError, json, type Answer } from '../../http/answer';

interface KnownError {
	status: number;
	code: string;
	/** `null` where the table has only a meaning. */
	message: string | null;
	meaning?: string;
}

/** Codes seen on the real cloud that the vendor's error table lacks. */
const UNLISTED: KnownError[] = [
	{ status: 400, code: 'DMS.40050010', message: 'Invalid offset parameter.' },
	{ status: 400, code: 'DMS.111400864', message: 'The consumer group does not exist.' },
	{ status: 400, code: 'DMS.00501007', message: 'The log has been closed.' },
	{ status: 400, code: 'DMS.00501008', message: 'The log task is in progress.' },
	{ status: 400, code: 'DMS.111501035', message: 'The domain name access is enabled.' },
	{ status: 429, code: 'APIGW.0308', message: 'The throttling threshold has been reached.' },
];

const listed = readFacts<KnownError[]>('huawei', '_errors.json');
const known = new Map([...listed, ...UNLISTED].map((error) => [error.code, error]));

/** The error body of the gateway and of DMS. */
export function errorBody(
	status: number,
	code: string,
	message: string,
	requestId: string,
): Answer {
	return json(status, { error_code: code, error_msg: message, request_id: requestId });
}

/**
 * Ends the request with an error of the vendor's table, status and text from there.
 * @param detail put in for {0} in the table's text, else added to it after a blank
 */
export function refuse(code: string, detail?: string): never {
	const error = known.get(code);
	if (!error) throw new Error(`No such error code in the facts: ${code}`);
	const text = error.message ?? error.meaning ?? '';
	const added = detail && !text.includes('{0}') ? ` ${detail}` : '';
	const message = text.replace('{0}', detail ?? '') + added;
	throw new AnswerError(errorBody(error.status, code, message, requestId()));
}

/** Ends the request with 401 as the API gateway does; `reason` follows its fixed opening. */
export function refuseAuthentication(reason: string): never {
	const message = `Incorrect IAM authentication information: ${reason}`;
	throw new AnswerError(errorBody(401, 'APIGW.0301', message, requestId()));
}

let counter = 0;

/** A request ID in the vendor's form (32 hex digits), unique in this process. */
export function requestId(): string {
	counter += 1;
	return `e${counter.toString(16).padStart(31, '0')}`;
}
