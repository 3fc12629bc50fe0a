/**
 * The fields of the credential types, as packages have them that may be installed beside this one: an older or a newer
 * version of a type may sign for the nodes, and stored credentials keep their values. Fields and choices are only
 * added, here too; what is here stays.
 */
import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { join } from 'node:path';

import { projectRoot } from '../../harness';
import published from './credentialFields.json';

interface Surface {
	type: string;
	default: unknown;
	/** Values of a field whose choices are not regions. */
	choices?: unknown[];
}

const types = Object.entries(published as Record<string, Record<string, Surface>>);

function fieldsOf(name: string): INodeProperties[] {
	const file = join(projectRoot, `dist/credentials/${name}.credentials.js`);
	const module = jest.requireActual<Record<string, new () => ICredentialType>>(file);
	return new module[name]().properties.filter(({ type }) => type !== 'notice');
}

const choicesOf = ({ options = [] }: INodeProperties) =>
	options.map((option) => ('value' in option ? option.value : undefined));

describe.each(types)('%s', (name, surface) => {
	const fields = fieldsOf(name);

	test.each(Object.entries(surface))('keeps the field %s', (fieldName, before) => {
		const field = fields.find((one) => one.name === fieldName);
		expect(field).toMatchObject({ type: before.type, default: before.default });
		if (!before.choices) return;
		expect(choicesOf(field as INodeProperties)).toEqual(expect.arrayContaining(before.choices));
	});

	test('has no field and no choice that is not written down for the next version', () => {
		// One field can stand in a form twice, for two ways to sign in.
		const names = new Set(fields.map((field) => field.name));
		expect([...names].sort()).toEqual(Object.keys(surface).sort());
		for (const field of fields.filter((one) => one.type === 'options' && one.name !== 'region')) {
			expect([field.name, surface[field.name].choices]).toEqual([field.name, choicesOf(field)]);
		}
	});
});
