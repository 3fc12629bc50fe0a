import type { JsonSchema, OperationFacts } from '../../../emulator/core/facts';

/** Texts that fit a pattern of the facts, and texts that do not. */
export const PATTERNS: Record<string, { good: string[]; bad: string[] }> = {
	'^\\S(.*\\S)?$': { good: ['environment', 'a', 'two words'], bad: [' a', 'a '] },
	'^(\\S(.*\\S)?)?$': { good: ['dev', 'two words'], bad: [' a', 'a '] },
	'^(?!sys)\\S(.*\\S)?$': { good: ['environment', 'a'], bad: ['sysadmin', ' a', 'a '] },
	'^[A-Za-z][A-Za-z0-9_-]{3,63}$': {
		good: ['orders-dev_1', 'abcd', `a${'b'.repeat(63)}`],
		bad: ['abc', `a${'b'.repeat(64)}`, '1abc', 'ab.cd', 'ab cd', 'Äbcd'],
	},
	'^[A-Za-z][A-Za-z0-9-]{3,63}$': {
		good: ['orders-dev', 'abcd', `a${'b'.repeat(63)}`],
		bad: ['abc', `a${'b'.repeat(64)}`, '1abc', 'ab_cd'],
	},
	'^[A-Za-z][A-Za-z0-9._-]*$': {
		good: ['orders.created', 'abc'],
		bad: ['1abc', '.abc', 'ab cd', 'ab/cd'],
	},
	'^[A-Za-z][A-Za-z0-9_-]*$': { good: ['orders-created', 'abc'], bad: ['1abc', 'ab.cd', 'ab cd'] },
	'^[^-]': { good: ['Secret-pass-1'], bad: ['-Secret-pass-1'] },
	'^(1\\.1\\.0|2\\.3\\.0|2\\.7|3\\..+)$': { good: ['2.7', '1.1.0', '3.x'], bad: ['2', '4.0'] },
	'^[0-9]{14}$': {
		good: ['20261122093000'],
		bad: ['2026112209300', '202611220930000', '2026-11-22T09:30'],
	},
	'^[0-9]+$': { good: ['0', '10'], bad: ['-1', '1.5', 'x'] },
	'^([1-9]|[1-4][0-9]|50)$': { good: ['1', '50'], bad: ['0', '51'] },
	'^([1-9][0-9]{0,2}|1000)$': { good: ['1', '1000'], bad: ['0', '1001'] },
	'^([A-Za-z0-9-]{4,64})?$': { good: ['user-1', 'abcd'], bad: ['abc', 'a'.repeat(65), 'ab_cd'] },
	'^(.{8,32})?$': { good: ['Secret-pass-1'], bad: ['short', 'a'.repeat(33)] },
	'^[A-Za-z0-9_-]{4,64}$': { good: ['user-1', 'abcd'], bad: ['abc', 'a'.repeat(65), 'ab.cd'] },
	'^[_-]*[A-Za-z0-9][A-Za-z0-9_-]*$': {
		good: ['orders-service', '_a1', '-b2-'],
		bad: ['___', 'ab.cd', 'ab cd'],
	},
	'^(?!aliyun|acs:)(?!.*https?://)': {
		good: ['environment', 'http'],
		bad: ['aliyun-1', 'acs:1', 'see http://a', 'https://a'],
	},
	'^(Write|Read|Describe|IdempotentWrite|IDEMPOTENT_WRITE|DESCRIBE_CONFIGS)(,(Write|Read|Describe|IdempotentWrite|IDEMPOTENT_WRITE|DESCRIBE_CONFIGS))*$':
		{
			good: ['Write', 'Write,Read'],
			bad: ['Write;Read', 'Write Read'],
		},
	'^[A-Za-z0-9@._*$#^!&-]*$': { good: ['orders-1', 'ab.cd'], bad: ['ab cd', 'ab/cd', 'Äbc'] },
	'^[A-Za-z0-9_-]+$': { good: ['orders-1', '1_a'], bad: ['ab.cd', 'ab cd', 'Äbc'] },
	'^[A-Za-z0-9._-]+$': { good: ['orders.1', '1_a-b'], bad: ['ab/cd', 'ab cd', 'Äbc'] },
	'^[A-Za-z0-9_.-]+$': { good: ['orders.1', '1_a-b'], bad: ['ab/cd', 'ab cd', 'Äbc'] },
	'^(?:[1-9][0-9]?|[12][0-9]{2}|3[0-5][0-9]|360)$': { good: ['1', '360'], bad: ['0', '361'] },
	'^(?:[Ii][Nn][Ss][Tt][Aa][Nn][Cc][Ee]|[Tt][Oo][Pp][Ii][Cc]|[Cc][Oo][Nn][Ss][Uu][Mm][Ee][Rr][Gg][Rr][Oo][Uu][Pp])$':
		{ good: ['INSTANCE', 'TOPIC', 'CONSUMERGROUP'], bad: ['GROUP'] },
	'^(?:[A-Za-z0-9_-]{3,})?$': { good: ['orders-1', 'abc'], bad: ['ab', 'ab.cd'] },
	'^-?[0-9]+$': { good: ['-1', '1700000000000'], bad: ['x', '1.5'] },
	'^([1-9]|[12][0-9]|3[0-6])m$': { good: ['1m', '36m'], bad: ['0m', '37m', '1'] },
	'^qcs::[a-z0-9]+:[a-z0-9-]*:(uin/[0-9]*)?:[A-Za-z]+/.+$': {
		good: ['qcs::ckafka:ap-guangzhou:uin/:ckafkaId/ckafka-l49k54dd'],
		bad: [],
	},
	'^[^\\x00-\\x1f=*<>\\\\,|/]+$': { good: ['environment'], bad: ['a=b', 'a/b', 'a,b'] },
};

/** Values that fit what the documents say in words only: rules of passwords, addresses, times. */
const BY_NAME: Record<string, unknown[]> = {
	password: ['Secret-pass-1'],
	user_passwd: ['Secret-pass-1'],
	new_password: ['Secret-pass-1'],
	kafka_manager_password: ['Secret-pass-1'],
	Password: ['Secret-pass-1'],
	PasswordNew: ['Secret-pass-2'],
	Ip: ['192.168.0.10'],
	IpWhiteList: [['192.168.0.10']],
	AllowedListIp: ['192.168.0.0/16'],
	tenant_ips: [['192.168.0.10']],
	execute_at: [1_767_225_600_000],
	start_time: ['1767225600000'],
	end_time: ['1767225600000'],
	RebalanceTime: [1_767_225_600],
	ShiftTimestamp: [1_767_225_600_000],
	maintain_begin: ['02:00:00', '02:00'],
	maintain_end: ['06:00:00', '06:00'],
};

const isKind = (schema: JsonSchema, kind: string) => [schema.type].flat().includes(kind);

/** Whether the facts have it in words only that a text holds a number. */
export const holdsNumber = ({ pattern, description }: JsonSchema): boolean =>
	pattern === undefined &&
	/\b(number|offset|partition|share|unix time)\b.*\bas (text|a string)\b/i.test(
		String(description),
	);

/** Whether the facts have it in words only that a text holds true or false. */
export const holdsFlag = ({ description }: JsonSchema): boolean =>
	String(description).includes('"true"');

/** Any value that the schema allows, without looking at what the parameter means. */
export function plain(schema: JsonSchema): unknown {
	if (schema.enum) return schema.enum[0];
	if (schema.contentSchema) return JSON.stringify(plain(schema.contentSchema));
	if (isKind(schema, 'boolean')) return true;
	if (isKind(schema, 'integer') || isKind(schema, 'number')) return plainNumber(schema);
	if (isKind(schema, 'array')) {
		const entry = plain(schema.items ?? {});
		return Array.from({ length: Math.max(1, Number(schema.minItems ?? 1)) }, () => entry);
	}
	if (isKind(schema, 'object')) {
		const members = Object.entries(schema.properties ?? {}).map(([name, one]) => [
			name,
			plain(one),
		]);
		return members.length > 0 ? Object.fromEntries(members) : { key: 'value' };
	}
	return plainText(schema);
}

function plainNumber({ minimum, maximum, multipleOf }: JsonSchema): number {
	const step = Number(multipleOf ?? 1);
	const least = Math.ceil(Number(minimum ?? Math.min(3, Number(maximum ?? 3))) / step);
	return least * step;
}

/** A time as the facts give one for an example in their words. */
const A_TIME = /\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\b/;

function plainText(schema: JsonSchema): string {
	const { pattern, minLength, maxLength } = schema;
	if (holdsNumber(schema)) return '3';
	const [time] = A_TIME.exec(String(schema.description)) ?? [];
	if (time !== undefined) return time;
	if (typeof pattern === 'string') return patternOf(pattern).good[0];
	return 'sample-text'.slice(0, Number(maxLength ?? 11)).padEnd(Number(minLength ?? 0), 'x');
}

/** The texts for a pattern; a pattern without any has to be added above. */
export function patternOf(pattern: string) {
	if (!Object.hasOwn(PATTERNS, pattern)) throw new Error(`No samples for the pattern ${pattern}`);
	return PATTERNS[pattern];
}

/** Values of a parameter in the documents' examples. */
function examplesOf(facts: OperationFacts, name: string): unknown[] {
	return facts.examples.flatMap(({ request }) =>
		[request.path, request.query, request.body]
			.filter((part) => part && typeof part === 'object' && Object.hasOwn(part, name))
			.map((part) => (part as Record<string, unknown>)[name]),
	);
}

/** Values of a parameter, the likeliest to be accepted first. */
export function candidates(facts: OperationFacts, name: string, schema: JsonSchema): unknown[] {
	const last = name.split('.').at(-1) ?? name;
	const own = Object.hasOwn(BY_NAME, last) ? BY_NAME[last] : [];
	return [...own, ...examplesOf(facts, name), plain(schema)];
}
