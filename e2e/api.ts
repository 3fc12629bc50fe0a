import { credentialsOf } from '../demo/credentials';
import type { ServedRoom } from './room';
import { FLEET, KAFKA_VENDORS, VENDORS } from './vendors';
import { chain, credentialOf, node, startingWith, StoredWorkflow, webhook } from './workflows';
import { n8n as manifest } from '../package.json';

const PACKAGE = 'n8n-nodes-managed-kafka';

interface NodeType {
	name: string;
	displayName: string;
	codex?: { alias?: string[] };
	outputs: unknown;
}

/** n8n's own list of what it has loaded. */
export async function nodeTypes({ rest, timeline }: ServedRoom): Promise<void> {
	timeline.step('The list of node types');
	const types = await rest.get<NodeType[]>('/types/nodes.json');
	const ours = types.filter(({ name }) => name.startsWith(`${PACKAGE}.`));
	for (const { nodeName, node: type } of [...KAFKA_VENDORS, FLEET]) {
		const find = (suffix: string) => ours.find((one) => one.name === `${PACKAGE}.${type}${suffix}`);
		timeline.check(`${nodeName} is loaded`, find('')?.displayName === nodeName);
		timeline.check(
			`${nodeName} Trigger is loaded`,
			find('Trigger')?.displayName === `${nodeName} Trigger`,
		);
		timeline.check(
			`n8n offers it as a tool for AI agents: ${find('Tool')?.displayName}`,
			JSON.stringify(find('Tool')?.outputs).includes('ai_tool'),
		);
	}
	// Every node that is no trigger is offered as a tool, too.
	const tools = manifest.nodes.filter((path) => !path.includes('Trigger'));
	timeline.check(
		'each node of the manifest is loaded, and nothing else',
		ours.length === manifest.nodes.length + tools.length,
	);
}

/** The test that runs when a credential is saved, with good keys and with a wrong secret. */
export async function credentialTests({ rest, emulator, timeline }: ServedRoom): Promise<void> {
	timeline.step('The test of the credentials');
	// As in the editor, which stores a credential before it tests it.
	const all = credentialsOf(emulator);
	for (const { credential, credentialName, secret, refusal } of VENDORS) {
		const test = async (data: object) =>
			await rest.post<{ status: string; message: string }>('/rest/credentials/test', {
				credentials: { id: credential, name: credentialName, type: credential, data },
			});
		const good = await test(all[credential]);
		timeline.check(`${credentialName}: correct keys are accepted`, good.status === 'OK');
		const bad = await test({ ...all[credential], [secret]: 'wrong' });
		timeline.check(
			`${credentialName}: a wrong secret is rejected: "${bad.message}"`,
			bad.status === 'Error' && refusal.test(bad.message),
		);
	}
}

/** The HTTP Request node with each credential: the emulator accepts the signature. */
export async function httpRequests({ rest, url, emulator, timeline }: ServedRoom): Promise<void> {
	timeline.step('The HTTP Request node with the credentials');
	for (const { name, credential, list } of VENDORS) {
		const path = `list-${credential}`;
		const request = node(
			'HTTP Request',
			'n8n-nodes-base.httpRequest',
			{
				method: 'GET',
				authentication: 'predefinedCredentialType',
				nodeCredentialType: credential,
				options: {},
				...list(emulator),
			},
			{ typeVersion: 4.2, credentials: credentialOf(credential) },
		);
		const workflow = await StoredWorkflow.add(rest, startingWith(webhook(path), chain(request)));
		await workflow.activate();
		const before = emulator.requests.length;
		const answer = await fetch(`${url}/webhook/${path}`, { method: 'POST' });
		const text = await answer.text();
		timeline.check(
			`${name} lists its instances: ${text.slice(0, 60)} ...`,
			answer.status === 200 && /instance/i.test(text) && !/"?Error|"Success":false/.test(text),
		);
		timeline.check('one request was sent', emulator.requests.length === before + 1);
		await workflow.deactivate();
	}
}
