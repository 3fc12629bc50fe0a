/** Names: from the words of an identifier to what people read. */

/** Words that are not written like others. */
const SPELLINGS: Readonly<Record<string, string>> = {
	acl: 'ACL',
	acls: 'ACLs',
	api: 'API',
	cdc: 'CDC',
	cidr: 'CIDR',
	ckafka: 'CKafka',
	cls: 'CLS',
	dms: 'DMS',
	dns: 'DNS',
	eip: 'EIP',
	id: 'ID',
	ids: 'IDs',
	iops: 'IOPS',
	ip: 'IP',
	ips: 'IPs',
	ipv4: 'IPv4',
	ipv6: 'IPv6',
	json: 'JSON',
	kms: 'KMS',
	obs: 'OBS',
	sasl: 'SASL',
	ssl: 'SSL',
	sql: 'SQL',
	tls: 'TLS',
	url: 'URL',
	vip: 'VIP',
	vpc: 'VPC',
};

/** Words that vendors shorten. */
const LONG_FORMS: Readonly<Record<string, string>> = {
	az: 'zone',
	cfg: 'configuration',
	conf: 'configuration',
	config: 'configuration',
	desc: 'description',
	info: 'information',
	max: 'maximum',
	min: 'minimum',
	msg: 'message',
	passwd: 'password',
	pwd: 'password',
	sg: 'security group',
	spec: 'specification',
};

const SMALL_WORDS: ReadonlySet<string> = new Set([
	...['a', 'an', 'and', 'as', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'per', 'the'],
	...['to', 'with'],
]);

/** `retention_time`, `retentionTime`, `RetentionTime` -> `retention`, `time` */
export const wordsOf = (identifier: string): string[] =>
	(identifier.match(/IPv\d|[A-Z]+(?![a-z])s?|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) =>
		word.toLowerCase(),
	);

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const spelled = (word: string) => SPELLINGS[word] ?? word;

/** Words in title case: "Retention Time", "Reset Offsets of Group". */
export const titled = (words: string[]): string =>
	words
		.map((word, i) => (i > 0 && SMALL_WORDS.has(word) ? word : capitalized(spelled(word))))
		.join(' ');

/** Words in the middle of a sentence: "ACL rule". */
export const sentence = (words: string[]): string => words.map(spelled).join(' ');

/** Words in place of the short forms in which vendors have them. */
export const spelledOut = (words: string[]): string[] =>
	words
		.flatMap((word) => (LONG_FORMS[word] ?? word).split(' '))
		.join(' ')
		.replace(/\bpass word\b/, 'password')
		.split(' ');

export function plural(word: string): string {
	if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
	if (/(s|x|z|ch|sh)$/.test(word)) return `${word}es`;
	return `${word}s`;
}

export function singular(word: string): string {
	if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
	if (/(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
	return /[^s]s$/.test(word) && !/(us|is)$/.test(word) ? word.slice(0, -1) : word;
}

const lastChanged = (words: string[], change: (word: string) => string) =>
	words.map((word, i) => (i === words.length - 1 ? change(word) : word));

export const pluralOf = (words: string[]): string[] =>
	lastChanged(words, (word) => (singular(word) === word ? plural(word) : word));

export const singularOf = (words: string[]): string[] => lastChanged(words, singular);

/** How the resource is called in a form and in a sentence. */
export interface ResourceNames {
	/** "Recycle Bin" */
	title: string;
	/** "recycle bin" */
	one: string;
	/** "recycle bins" */
	many: string;
}

export function resourceNames(resource: string): ResourceNames {
	const words = wordsOf(resource);
	return { title: titled(words), one: sentence(words), many: sentence(pluralOf(words)) };
}

/** Verb and the rest of an operation: `restoreInstances` -> `restore`, `instances` */
export function operationWords(operation: string): { verb: string; rest: string[] } {
	const [verb = operation, ...rest] = wordsOf(operation);
	return { verb, rest };
}

const isMany = (rest: string[]) => rest[0] === 'all' || rest[0] === 'many';

/** What the form calls an operation: `getAll` -> "Get Many" */
export function operationName(operation: string): string {
	const { verb, rest } = operationWords(operation);
	return titled(isMany(rest) ? [verb, 'many', ...rest.slice(1)] : [verb, ...rest]);
}

/** What the nodes panel shows, without articles: "Get many topics" */
export function actionOf(operation: string, resource: ResourceNames): string {
	const { verb, rest } = operationWords(operation);
	const thing = isMany(rest) ? resource.many : resource.one;
	if (isMany(rest)) return capitalized(sentence([verb, 'many', ...rest.slice(1), thing]));
	return capitalized(sentence(rest.length > 0 ? [verb, ...rest, 'of', thing] : [verb, thing]));
}

/** Words that no constant can be called by. */
const RESERVED: Readonly<Record<string, string>> = {
	default: 'reset',
	delete: 'remove',
	export: 'exportAll',
	import: 'importAll',
	new: 'create',
	switch: 'toggle',
};

/** Names that sources of operations import. */
const IMPORTED: ReadonlySet<string> = new Set([
	...['choice', 'choices', 'entries', 'extras', 'flag', 'group', 'instance', 'integer', 'integers'],
	...['list', 'locator', 'moment', 'operation', 'pairs', 'record', 'rows', 'secret', 'tags'],
	...['text', 'topic', 'user'],
]);

/** Name of the constant that holds an operation. */
export const constantOf = (operation: string): string =>
	IMPORTED.has(operation) ? `${operation}Operation` : (RESERVED[operation] ?? operation);

/** Words as a name in code: `recycle`, `instance` -> recycleInstance */
export const camel = (words: string[]): string =>
	words.map((word, i) => (i > 0 ? capitalized(word) : word)).join('');
