import type { IDataObject, INodeParameters, Logger } from 'n8n-workflow';

import { fault, type FaultEffect } from '../../emulator';
import type { Field } from '../../nodes/shared/field';
import type { Operation } from '../../nodes/shared/operation';
import type { VendorName } from '../engine/supportApi';
import { LoadOptionsContext } from '../harness/engine';
import { openStage, scenariosOf, type Scenario, type Stage } from '../scenarios';
import {
	ACCESS,
	CANARIES,
	PASSWORD,
	accessesOf,
	everythingOf,
	formsOf,
	secretsIn,
} from './canaries';

/** By an expression, because n8n itself puts the node's own parameters into every error. */
const hidden = (secret: string) => `={{ ${JSON.stringify([...secret])}.join("") }}`;

const isSecret = ({ property }: Field) => property.typeOptions?.password === true;

/** What has to be given with a secret, so that it is sent. */
const COMPANIONS: Partial<Record<VendorName, Record<string, INodeParameters>>> = {
	huawei: {
		'instance/create': {
			options: { sslEnable: true, accessUser: 'first-user', saslEnabledMechanisms: ['PLAIN'] },
		},
	},
	alibaba: {
		'instance/deploy': { deployModule: 'eip', options: { username: 'first-user' } },
		'instance/createAndDeploy': {
			deployType: '4',
			eipMax: 20,
			options: { username: 'first-user' },
		},
	},
	tencent: {
		'logService/checkKafka': {
			kafkaType: '1',
			serverAddr: '10.0.0.1:9092',
			isEncryptionAddr: true,
			protocol: 'sasl_ssl',
			mechanism: 'PLAIN',
			saslUser: 'reader',
		},
	},
};

interface Secretive {
	scenario: Scenario;
	/** Parameters with a canary in every masked field. */
	parameters: INodeParameters;
	/** How many masked fields there are. */
	secrets: number;
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
	const options = (operation.options ?? []).filter(isSecret);
	if (options.length > 0) {
		const secrets = options.map(({ property }) => [property.name, hidden(PASSWORD)]);
		parameters.options = {
			...(parameters.options as INodeParameters),
			...(Object.fromEntries(secrets) as INodeParameters),
		};
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

/** The request that the secrets are in: the last one of several. */
const carrierOf = ({ scenario: { api, writes }, secrets }: Secretive) =>
	secrets > 0 ? (writes.at(-1) ?? api) : api;

/** Signature version 1.0 has only the URL of a GET for the token of temporary keys: it sends none. */
const hasNoPlaceForToken = ({ request }: Operation, access: IDataObject) =>
	request.method === 'GET' && access.signatureVersion === '1.0' && 'securityToken' in access;

/** How many clouds are used at a time. */
const STAGES = 4;

/**
 * Of a vendor's node: runs every operation through every mishap, with each way of authentication in
 * turn, and looks for secrets in all that a user, a log or a proxy gets to see.
 */
export function checkSecrets(vendor: VendorName): void {
	const { type, accounts } = ACCESS[vendor];
	const all = scenariosOf(vendor).map(secretive);
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

	/** Runs an operation with a mishap; gives the places where secrets came out. */
	async function leaks(stage: Stage, task: Secretive, mishap: Mishap, access: object) {
		const { scenario, parameters } = task;
		const { cloud } = stage;
		stage.set(scenario);
		// Only with internet access has an instance a first user.
		const waiting = cloud.em.alibaba.state.named('waiting');
		if (waiting) Object.assign(waiting, { deployType: 4, eipMax: 20 });
		Object.assign(cloud.n8n.credentials, { [type]: { ...access } });
		const known = tokenOf(access, stage);
		const effect = mishap.effect(vendor, echoOf([...sentBy(task, access), ...known]));
		if (effect) {
			cloud.em.faults.add({ operation: carrierOf(task), times: mishap.times, effect });
		}
		const { run, told } = await cloud.run(scenario.name, parameters);
		// The token that IAM gave on the way is a secret as well.
		const token = cloud.em.requests.find(({ headers }) => headers['x-auth-token'])?.headers;
		if (token) tokens.set(stage, [String(token['x-auth-token'])]);
		const secrets = [...CANARIES, ...(tokens.get(stage) ?? [])];
		const shown = {
			output: everythingOf(run.runData),
			error: everythingOf(run.error),
			address: cloud.em.requests.map(({ url, path }) => `${url} ${path}`).join('\n'),
			log: log.splice(0).join('\n'),
		};
		return {
			told,
			sent: cloud.sent(scenario.api).length,
			bodies: cloud.em.requests.map(({ body }) => body).join('\n'),
			found: Object.entries(shown).flatMap(([place, text]) =>
				secretsIn(text, secrets).map(
					(secret) => `${scenario.name}: ${secret.slice(0, 30)} in ${place}`,
				),
			),
		};
	}

	test.each(MISHAPS)('after $name', async (mishap) => {
		const tasks = all.map((task, index) => ({ task, index }));
		const found: string[] = [];
		const fine: string[] = [];
		const work = async (stage: Stage) => {
			const accesses = accessesOf(vendor, stage.cloud.em);
			for (let next = tasks.shift(); next; next = tasks.shift()) {
				const turn = next.index + MISHAPS.indexOf(mishap);
				const access = accesses[turn % accesses.length];
				const end = await leaks(stage, next.task, mishap, access);
				found.push(...end.found);
				if (!end.told) fine.push(next.task.scenario.name);
				const { scenario } = next.task;
				if (hasNoPlaceForToken(scenario.operation, access)) {
					expect([scenario.name, end.sent, end.told]).toEqual([
						scenario.name,
						0,
						expect.stringContaining('no body for the security token'),
					]);
					continue;
				}
				expect([scenario.name, end.sent]).not.toEqual([scenario.name, 0]);
				if (mishap.times === 1 && !mishap.effect(vendor, '')) {
					expect([next.task.scenario.name, end.told]).toEqual([next.task.scenario.name, '']);
					const went = formsOf(PASSWORD).some((form) => end.bodies.includes(form));
					expect([next.task.scenario.name, went]).toEqual([
						next.task.scenario.name,
						next.task.secrets > 0,
					]);
				}
			}
		};
		await Promise.all(stages.map(work));
		expect(found).toEqual([]);
		// What always goes wrong is told of every operation.
		if (mishap.times === 'always') expect(fine).toEqual([]);
	});

	test('there are masked fields, and none is deeper than what is filled in here', () => {
		const masked = (value: unknown): number =>
			(JSON.stringify(value).match(/"password":true/g) ?? []).length;
		const properties = all.flatMap(({ scenario: { operation } }) =>
			[...(operation.fields ?? []), ...(operation.options ?? [])].map(({ property }) => property),
		);
		const filled = all.reduce((sum, { secrets }) => sum + secrets, 0);
		expect(filled).toBeGreaterThan(1);
		expect(masked(properties)).toBe(filled);
	});
}
