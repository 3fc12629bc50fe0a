import { Workflow, type ICredentialType } from 'n8n-workflow';
import { additionalData } from '../../harness/additionalData';
import { HarnessCredentialsHelper } from '../../harness/credentialsHelper';
import { testCredential } from '../../harness/credentialTest';

/** Tests credential data through n8n-core as the editor does. */
export async function pressTest(type: ICredentialType, data: Record<string, string>) {
	const types = { known: { credentials: { [type.name]: {} } }, getCredential: () => ({ type }) };
	const emptyWorkflow = () =>
		new Workflow({
			nodes: [{ id: '1', name: 'N', type: 'n', typeVersion: 1, position: [0, 0], parameters: {} }],
			connections: {},
			active: false,
			nodeTypes: {
				getByName: () => ({ description: { properties: [] } }) as never,
				getByNameAndVersion: () => ({ description: { properties: [] } }) as never,
				getKnownTypes: () => ({}),
			},
		});
	const helper = new HarnessCredentialsHelper([types as never], emptyWorkflow, {});
	const { status, message } = await testCredential(
		helper,
		(extra) => additionalData(helper, extra),
		type.name,
		data,
	);
	return { status, message, stored: helper.store[type.name] };
}
