import type { IDataObject, INodeParameters, Logger } from 'n8n-workflow';
import dns from 'node:dns';

import { fault, type FaultEffect } from '../../../emulator';
import { isShown, type Field } from '../../../nodes/shared/contract/field';
import type { Operation } from '../../../nodes/shared/contract/operation';
import type { VendorName } from '../../support/stage';
import type { NodeSettings, Outcome } from '../../harness';
import { LoadOptionsContext } from '../../harness/engine';
import {
	openStage,
	sampled,
	scenariosOf,
	type Scenario,
	type Stage,
} from '../../support/scenarios';
import {
	ACCESS,
	CANARIES,
	PASSWORD,
	accessesOf,
	everythingOf,
	formsOf,
	secretsIn,
} from './canaries';
import { echoes } from './echo';

/** By an expression, because n8n itself puts the node's own parameters into every error. */
const hidden = (secret: string) => `={{ ${JSON.stringify([...secret])}.join("") }}`;

const isSecret = ({ property }: Field) => property.typeOptions?.password === true;

const FIRST_SASL_USER = {
	options: {
		sasl: {
			entry: { sslEnable: true, accessUser: 'first-user', saslEnabledMechanisms: ['PLAIN'] },
		},
	},
};
const SECURED_PEER = { securityProtocol: 'SASL_SSL', peerUser: 'reader', saslMechanism: 'PLAIN' };
const FIRST_USER = { firstUser: { entry: { username: 'first-user' } } };

const OWN_KAFKA = {
	kafkaType: '1',
	serverAddr: '10.0.0.1:9092',
	isEncryptionAddr: true,
	protocol: 'sasl_ssl',
	mechanism: 'PLAIN',
	saslUser: 'reader',
};

/** What is told where the service is not reached, or has no address at a custom endpoint. */
const NOT_REACHED = /is unreachable|Put \{service\} into 'Endpoint'/;

/** Where the Security Token Service of Huawei Cloud does not answer, IAM names the account. */
const hasSecondSource = ({ scenario: { vendor, name } }: Secretive) =>
	vendor === 'huawei' && name === 'account/getIdentity';

/** What has to be given with a secret, so that it is sent. */
const COMPANIONS: Partial<Record<VendorName, Record<string, INodeParameters>>> = {
	huawei: {
		'instance/create': FIRST_SASL_USER,
		'instance/checkBeforeCreate': FIRST_SASL_USER,
		'instance/setAccessMode': {
			protocol: 'private_sasl_ssl_enable',
			enable: true,
			options: { firstUser: { entry: { userName: 'first-user' } } },
		},
		'legacyApi/createInstanceByEngine': FIRST_SASL_USER,
		'smartConnectTask/create': SECURED_PEER,
		'smartConnectTask/checkConnection': SECURED_PEER,
	},
	alibaba: {
		'instance/deploy': { deployModule: 'eip', options: FIRST_USER },
		'instance/createAndDeploy': {
			deployType: '4',
			eipMax: 20,
			options: FIRST_USER,
		},
	},
	tencent: {
		'logService/checkKafka': OWN_KAFKA,
		'logImport/create': OWN_KAFKA,
		'logImport/preview': OWN_KAFKA,
		'logImport/update': { options: { kafka: { entry: OWN_KAFKA } } },
	},
};

interface Secretive {
	scenario: Scenario;
	/** Parameters with a canary in every masked field. */
	parameters: INodeParameters;
	/** How many masked fields there are. */
	secrets: number;
}

/** A masked option, and the form that holds it together with others. */
interface SecretOption {
	name: string;
	form?: string;
}

const secretOptions = ({ options = [] }: Scenario['operation']): SecretOption[] =>
	options.flatMap((option) =>
		(option.parts ?? [option]).filter(isSecret).map(({ property: { name } }) => ({
			name,
			...(option.parts && { form: option.property.name }),
		})),
	);

/** Options with one more value, in its form where it has one. */
function withOption(
	options: unknown,
	{ name, form }: SecretOption,
	value: string,
): INodeParameters {
	const had = (options ?? {}) as INodeParameters;
	if (!form) return { ...had, [name]: value };
	const { entry } = (had[form] ?? {}) as INodeParameters;
	return { ...had, [form]: { entry: { ...(entry as INodeParameters), [name]: value } } };
}

function secretive(scenario: Scenario): Secretive {
	const { vendor, name, operation } = scenario;
	const given = COMPANIONS[vendor]?.[name] ?? {};
	const parameters: INodeParameters = { ...scenario.parameters, ...given };
	const top = (operation.fields ?? []).filter(isSecret);
	for (const { property } of top) {
		// A seeded user's present password has to be the right one.
		const present = property.name === 'presentPassword';
		parameters[property.name] = hidden(present ? 'Secret-pass-1' : PASSWORD);
	}
	const options = secretOptions(operation);
	for (const option of options) {
		parameters.options = withOption(parameters.options, option, hidden(PASSWORD));
	}
	return { scenario, parameters, secrets: top.length + options.length };
}

/** Secrets said again by the service in every form in which they were sent or signed. */
const echoOf = (secrets: string[]) =>
	`You sent ${secrets.flatMap((secret) => formsOf(secret).slice(0, 3)).join(' and ')}.`;

/** What a run sends that is secret: of the credential, which may hold a token of IAM, and the node. */
const sentBy = ({ parameters }: Secretive, access: object): string[] => {
	const given = JSON.stringify(parameters);
	return CANARIES.filter(
		(secret) =>
			Object.values(access).includes(secret) || given.includes(JSON.stringify(hidden(secret))),
	);
};

const REFUSALS: Record<VendorName, (code: string, text: string) => object> = {
	huawei: (error_code, error_msg) => ({ error_code, error_msg }),
	alibaba: (Code, Message) => ({ Code, Message, RequestId: 'R-1' }),
	tencent: (Code, Message) => ({ Response: { Error: { Code, Message }, RequestId: 'R-1' } }),
};
const KNOWN: Record<VendorName, string> = {
	huawei: 'DMS.00400012',
	alibaba: 'SignatureDoesNotMatch',
	tencent: 'InvalidParameter',
};

interface Mishap {
	name: string;
	times: 1 | 'always';
	effect(vendor: VendorName, echo: string): FaultEffect | undefined;
}

/** Host of which a look-up says that it is not known. */
const UNKNOWN_HOST = 'unknown.example';

/** What keeps a request from coming about: where the credential points. */
const UNREACHABLE: Array<[name: string, place: IDataObject]> = [
	['a connection that is refused', { endpoint: 'http://127.0.0.1:1' }],
	['a host that is not known', { endpoint: `https://${UNKNOWN_HOST}` }],
	['no connection to where tokens come from', { iamEndpoint: 'http://127.0.0.1:1' }],
];

/** What of a credential is refused before anything is sent. */
const unusable = (access: IDataObject): IDataObject[] => [
	...Object.entries(access)
		.filter(([, value]) => secretsIn(String(value)).length > 0)
		.map(([name, secret]) => ({ [name]: `${String(secret)}\r\nX-Evil: 1` })),
	...[...new Set(CANARIES.filter((one) => Object.values(access).includes(one)))].flatMap(
		(secret) => [
			{ region: secret },
			{ region: 'custom', customRegion: secret },
			{ endpoint: `https://user:${encodeURIComponent(secret)}@host.example` },
		],
	),
];

/** What of an operation's parameters is refused before anything is sent, the secrets among them. */
function badInputs({ scenario: { operation }, parameters }: Secretive): INodeParameters[] {
	const options = parameters.options as INodeParameters | undefined;
	const lists = [
		`={{ [${hidden(PASSWORD).slice(4, -3)}] }}`,
		`={{ ({ a: ${hidden(PASSWORD).slice(4, -3)} }) }}`,
	];
	// What is not shown is not sent, whatever it holds.
	const top = (operation.fields ?? [])
		.filter(isSecret)
		.filter((field) => isShown(field, (name) => parameters[name]));
	const more = secretOptions(operation);
	return [
		// Refused beside all the secrets.
		{ options: { ...options, region: 'evil.example/#' } },
		...top.flatMap(({ property: { name } }) => lists.map((value) => ({ [name]: value }))),
		...more.flatMap((option) =>
			lists.map((value) => ({ options: withOption(options, option, value) })),
		),
	];
}

const echoing =
	(status: number, code?: string) =>
	(vendor: VendorName, echo: string): FaultEffect => ({
		kind: 'answer',
		status: vendor === 'tencent' && status === 400 ? 200 : status,
		body: REFUSALS[vendor](code ?? KNOWN[vendor], echo),
	});

/** What goes wrong with the operation's own requests. */
const MISHAPS: Mishap[] = [
	{ name: 'nothing', times: 1, effect: () => undefined },
	{ name: 'a refusal that echoes', times: 'always', effect: echoing(400) },
	{ name: 'an unknown code that echoes', times: 'always', effect: echoing(400, 'Strange.Code') },
	{ name: 'a 401 that echoes', times: 'always', effect: echoing(401) },
	{ name: 'a 500 that echoes', times: 'always', effect: echoing(500, 'Strange.Code') },
	{ name: 'a 429 that echoes', times: 'always', effect: echoing(429, 'Strange.Code') },
	{
		name: 'an HTML page that echoes',
		times: 'always',
		effect: (_, echo) => ({ kind: 'answer', status: 500, body: `<html>${echo}</html>` }),
	},
	{ name: 'an answer that is lost', times: 1, effect: () => fault.answerLost() },
	{ name: 'a truncated answer', times: 1, effect: () => ({ kind: 'truncate' }) },
];

/** Waits for what is never seen to end, and not for long. */
const WAITING: INodeParameters = {
	waitForCompletion: true,
	waitOptions: { maximumWait: 0.0005, pollInterval: 0.01 },
};

/** Operations of which a part can fail for a reason in the cloud's own words. */
const SEVERAL: Record<VendorName, string[]> = {
	huawei: [
		'consumerGroup/deleteMany',
		'consumerGroup/deleteOffsets',
		'kafkaManager/restart',
		'message/delete',
	],
	alibaba: ['topic/deleteMany'],
	tencent: ['topic/create'],
};

/** Whether the node failed, or went on with a part that did. */
const hasFailed = ({ error, runData }: Outcome) =>
	error !== undefined || /"error":\{|"error":"/.test(JSON.stringify(runData));

/** Says of the one host that it is not known, as a name server does. */
const { lookup } = dns;
const notFound = ((host: string, ...rest: unknown[]) => {
	if (host !== UNKNOWN_HOST) return Reflect.apply(lookup, dns, [host, ...rest]) as void;
	const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), {
		code: 'ENOTFOUND',
		syscall: 'getaddrinfo',
		hostname: host,
	});
	(rest.at(-1) as (error: Error) => void)(error);
}) as unknown as typeof lookup;

/** The request that the secrets are in: the last one of several. */
const carrierOf = ({ scenario: { api, writes }, secrets }: Secretive) =>
	secrets > 0 ? (writes.at(-1) ?? api) : api;

/** Signature version 1.0 has only the URL of a GET for the token of temporary keys: it sends none. */
const hasNoPlaceForToken = ({ request }: Operation, access: IDataObject) =>
	request.method === 'GET' && access.signatureVersion === '1.0' && 'securityToken' in access;

/** Which operations run in a pull request, besides those with secrets of their own: every so many. */
const NTH = 8;

/** How many clouds are used at a time. */
const STAGES = 4;

/**
 * Of a vendor's node: runs every operation through every mishap, with each way of authentication in
 * turn, and looks for secrets in all that a user, a log or a proxy gets to see.
 */
export function checkSecrets(vendor: VendorName): void {
	const { type, accounts } = ACCESS[vendor];
	const every = scenariosOf(vendor).map(secretive);
	const masked = new Set(
		every.filter(({ secrets }) => secrets > 0).map(({ scenario }) => scenario),
	);
	const chosen = sampled(
		every.map(({ scenario }) => scenario),
		(one) => masked.has(one) || SEVERAL[vendor].includes(one.name),
		NTH,
	);
	const all = every.filter(({ scenario }) => chosen.includes(scenario));
	const stages: Stage[] = [];
	const log: string[] = [];
	const tokens = new Map<Stage, string[]>();

	beforeAll(async () => {
		for (let n = 0; n < STAGES; n++) stages.push(await openStage(vendor, { accounts }));
		// n8n's one logger, which every context of a node gives.
		const logger = Reflect.get(LoadOptionsContext.prototype, 'logger', {}) as Logger;
		for (const level of ['error', 'warn', 'info', 'debug'] as const) {
			jest
				.spyOn(logger, level)
				.mockImplementation((...said: unknown[]) => void log.push(everythingOf(said)));
		}
	});
	beforeEach(() => void (log.length = 0));
	afterAll(async () => {
		jest.restoreAllMocks();
		for (const stage of stages) await stage.cloud.close();
	});

	/** The token of IAM that a request with this way of authentication carries. */
	const tokenOf = (access: object, stage: Stage): string[] =>
		'password' in access ? (tokens.get(stage) ?? []) : [];

	/** What a run showed, and the secrets in it by their places. */
	async function shownBy(
		{ cloud }: Stage,
		{ scenario, parameters }: Secretive,
		secrets: (sent: string[]) => string[],
		settings?: NodeSettings,
	) {
		const { run, told } = await cloud.run(scenario.name, parameters, settings);
		// The token that IAM gave on the way is a secret as well.
		const token = cloud.em.requests.find(({ headers }) => headers['x-auth-token'])?.headers;
		const shown = {
			output: everythingOf(run.runData),
			error: everythingOf(run.error),
			address: cloud.em.requests.map(({ url, path }) => `${url} ${path}`).join('\n'),
			log: log.splice(0).join('\n'),
		};
		const known = secrets(token ? [String(token['x-auth-token'])] : []);
		return {
			run,
			told,
			found: Object.entries(shown).flatMap(([place, text]) =>
				secretsIn(text, known).map(
					(secret) => `${scenario.name}: ${secret.slice(0, 30)} in ${place}`,
				),
			),
		};
	}

	/** Brings the cloud into the state from which an operation is possible. */
	function set(stage: Stage, { scenario }: Secretive, access: object): void {
		const { cloud } = stage;
		stage.set(scenario);
		// Only with internet access has an instance a first user.
		const waiting = cloud.em.alibaba.state.named('waiting');
		if (waiting) Object.assign(waiting, { deployType: 4, eipMax: 20 });
		Object.assign(cloud.n8n.credentials, { [type]: { ...access } });
	}

	/** Runs an operation with a mishap; gives the places where secrets came out. */
	async function leaks(stage: Stage, task: Secretive, mishap: Mishap, access: object) {
		const { cloud } = stage;
		set(stage, task, access);
		const known = tokenOf(access, stage);
		const effect = mishap.effect(vendor, echoOf([...sentBy(task, access), ...known]));
		if (effect) {
			cloud.em.faults.add({ operation: carrierOf(task), times: mishap.times, effect });
		}
		const { told, found } = await shownBy(stage, task, (sent) => {
			if (sent.length > 0) tokens.set(stage, sent);
			return [...CANARIES, ...(tokens.get(stage) ?? [])];
		});
		return {
			told,
			sent: cloud.sent(task.scenario.api).length,
			bodies: cloud.em.requests.map(({ body }) => body).join('\n'),
			found,
		};
	}

	/** Does something with every operation, each with the next way of authentication. */
	async function withAll(
		turn: number,
		work: (stage: Stage, task: Secretive, access: IDataObject) => Promise<void>,
	): Promise<void> {
		const tasks = all.map((task, index) => ({ task, index }));
		await Promise.all(
			stages.map(async (stage) => {
				const accesses = accessesOf(vendor, stage.cloud.em);
				for (let next = tasks.shift(); next; next = tasks.shift()) {
					await work(stage, next.task, accesses[(next.index + turn) % accesses.length]);
				}
			}),
		);
	}

	test.each(MISHAPS)('after $name', async (mishap) => {
		const found: string[] = [];
		const fine: string[] = [];
		await withAll(MISHAPS.indexOf(mishap), async (stage, task, access) => {
			const { name, operation } = task.scenario;
			const end = await leaks(stage, task, mishap, access);
			found.push(...end.found);
			if (!end.told && !hasSecondSource(task)) fine.push(name);
			if (hasNoPlaceForToken(operation, access)) {
				const text = expect.stringContaining('no body to carry the security token') as string;
				expect([name, end.sent, end.told]).toEqual([name, 0, text]);
				return;
			}
			expect([name, end.sent]).not.toEqual([name, 0]);
			if (mishap.times === 1 && !mishap.effect(vendor, '')) {
				expect([name, end.told]).toEqual([name, '']);
				const went = formsOf(PASSWORD).some((form) => end.bodies.includes(form));
				// A check before a create sends nothing of what would be created.
				const sends = task.secrets > 0 && !/checkBeforeCreate/.test(name);
				expect([name, went]).toEqual([name, sends]);
			}
		});
		expect(found).toEqual([]);
		// What always goes wrong is told of every operation.
		if (mishap.times === 'always') expect(fine).toEqual([]);
	});

	const noConnection = UNREACHABLE.filter(
		([, place]) => vendor === 'huawei' || !('iamEndpoint' in place),
	);
	test.each(noConnection)('after %s', async (name, place) => {
		jest.spyOn(dns, 'lookup').mockImplementation(notFound);
		const found: string[] = [];
		const others: string[] = [];
		await withAll(
			noConnection.findIndex(([one]) => one === name),
			async (stage, task, given) => {
				const [password] = accessesOf(vendor, stage.cloud.em).filter((one) => 'password' in one);
				set(stage, task, { ...('iamEndpoint' in place ? password : given), ...place });
				const end = await shownBy(stage, task, () => CANARIES);
				found.push(...end.found);
				const refused = hasNoPlaceForToken(task.scenario.operation, given);
				if (!refused && !hasSecondSource(task) && !NOT_REACHED.test(end.told))
					others.push(`${task.scenario.name}: ${end.told}`);
			},
		);
		expect(found).toEqual([]);
		expect(others).toEqual([]);
	});

	test('after a parameter that is refused', async () => {
		const found: string[] = [];
		const others: string[] = [];
		await withAll(0, async (stage, task, access) => {
			for (const more of badInputs(task)) {
				set(stage, task, access);
				const bad = { ...task, parameters: { ...task.parameters, ...more } };
				const end = await shownBy(stage, bad, () => CANARIES);
				found.push(...end.found);
				if (stage.cloud.em.requests.length > 0 || !/^'.+' .+ \| .+/.test(end.told)) {
					others.push(`${task.scenario.name}: ${end.told}`);
				}
			}
		});
		expect(found).toEqual([]);
		expect(others).toEqual([]);
	});

	test('after a credential that is refused', async () => {
		const found: string[] = [];
		const others: string[] = [];
		let turn = 0;
		await withAll(0, async (stage, task, access) => {
			const ways = unusable(access);
			set(stage, task, { ...access, ...ways[turn++ % ways.length] });
			const end = await shownBy(stage, task, () => CANARIES);
			found.push(...end.found);
			if (stage.cloud.em.requests.length > 0 || !/'.+' (contains|is) /.test(end.told)) {
				others.push(`${task.scenario.name}: ${end.told}`);
			}
		});
		expect(found).toEqual([]);
		expect(others).toEqual([]);
	});

	test.each([undefined, 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'after successes that echo, with On Error %s',
		async (onError) => {
			const found: string[] = [];
			const failed = new Set<string>();
			await withAll(0, async (stage, task, access) => {
				const { scenario, parameters } = task;
				set(stage, task, access);
				const words = echoOf([...sentBy(task, access), ...tokenOf(access, stage)]);
				for (const rule of echoes(vendor, words)) stage.cloud.em.faults.add(rule);
				const waiting = { ...task, parameters: { ...parameters, ...WAITING } };
				const known = (sent: string[]) => [...CANARIES, ...sent];
				const end = await shownBy(stage, waiting, known, { onError });
				found.push(...end.found);
				if (hasFailed(end.run)) failed.add(scenario.name);
			});
			expect(found).toEqual([]);
			expect([...failed]).toEqual(expect.arrayContaining(SEVERAL[vendor]));
		},
	);

	test('there are masked fields, and none is deeper than what is filled in here', () => {
		const maskedIn = (value: unknown): number =>
			(JSON.stringify(value).match(/"password":true/g) ?? []).length;
		const properties = every.flatMap(({ scenario: { operation } }) =>
			[...(operation.fields ?? []), ...(operation.options ?? [])].map(({ property }) => property),
		);
		const filled = every.reduce((sum, { secrets }) => sum + secrets, 0);
		expect(filled).toBeGreaterThan(1);
		expect(maskedIn(properties)).toBe(filled);
	});
}
