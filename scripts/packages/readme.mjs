import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

import { root } from '../root.mjs';
import { manifestOf, projectManifest } from './manifest.mjs';

const byName = (a, b) => (a.name < b.name ? -1 : 1);

/** The description of a built node. */
function descriptionOf(path) {
	const className = basename(path, '.node.js');
	return new (createRequire(import.meta.url)(join(root, path))[className])().description;
}

const optionsOf = ({ properties }, name) => properties.filter((one) => one.name === name);

/** A row for each resource: its label, and the labels of its operations. */
function operationsOf(description) {
	const [resource] = optionsOf(description, 'resource');
	const rows = [...resource.options].sort(byName).map(({ name, value }) => {
		const choices = optionsOf(description, 'operation')
			.filter(({ displayOptions }) => displayOptions.show.resource.includes(value))
			.flatMap(({ options }) => options);
		return `| ${name} | ${[...choices]
			.sort(byName)
			.map((one) => one.name)
			.join(', ')} |`;
	});
	return ['| Resource | Operations |', '| --- | --- |', ...rows].join('\n');
}

const sectionOf = (description) =>
	[`### ${description.displayName}`, `${description.description}.`, operationsOf(description)].join(
		'\n\n',
	);

const triggerRow = ({ displayName, description }) => `- **${displayName}**: ${description}.`;

/** @returns The README of the package of one cloud, in Markdown that is not formatted yet */
export function readmeOf(entry) {
	const { name, cloud, service, permissions, guide, example } = entry;
	const { n8n } = manifestOf(entry);
	const { homepage, name: combined } = projectManifest();
	const page = homepage.replace('#readme', '');
	const file = (path) => `${page}/blob/main/${path}`;
	const all = n8n.nodes.map(descriptionOf).sort((a, b) => (a.displayName < b.displayName ? -1 : 1));
	const [triggers, nodes] = [true, false].map((wanted) =>
		all.filter(({ group }) => group.includes('trigger') === wanted),
	);
	const main = nodes.find(
		({ displayName }) => !/Fleet|Maintenance|Legacy|Log Service/.test(displayName),
	);
	const fleet = nodes.find(({ name: node }) => node.endsWith('Fleet'));
	const credential = `${cloud} Access Key API`;
	const anchor = credential.toLowerCase().replaceAll(' ', '-');
	return `# ${name}

Provision, operate, and clean up ${service} on ${cloud} from [n8n](https://n8n.io) workflows: create an instance from a chat command, continue when it is running,
and clean up unused instances every night. n8n's own Kafka nodes send and receive messages; this package manages the instances they connect to.

Kafka instances cost money, so a create request is sent once, even if its response is lost; you always get the ID of what was created; and nothing is sent if any
item has invalid input. [How the nodes are designed around failures](${file('docs/reliability.md')}) has the details.

## Installation

In n8n, open **Settings > Community Nodes**, select **Install**, and enter \`${name}\`. See n8n's
[installation guide](https://docs.n8n.io/integrations/community-nodes/installation/) for other ways. The package has no dependencies.

The package [${combined}](https://www.npmjs.com/package/${combined}) has the same nodes for several clouds. Both can be installed beside each other and
use the same credentials; keep them on the same version.

## Credentials

Create a credential of type **${credential}** with the access key of ${permissions}.
[All fields and ways to sign in](${page}#${anchor}) are described in the project.

## Quick start

1. Add the node **${main.displayName}**, and select your credential.
2. Select the resource **Instance** and the operation **Get Many**, and run the node: it returns the instances in the region of the credential.
3. To create an instance, select **Create**, and turn **Create If Absent** on, so that the workflow can be repeated.

The workflow [${example}](${file(`examples/${example}`)}) can be imported; [more examples](${file('examples/README.md')}) provision, clean up, and monitor. Their
nodes are those of ${combined}: in the imported file, replace \`${combined}.\` with \`${name}.\`.

## Operations

${nodes.map(sectionOf).join('\n\n')}

## Triggers

${triggers.map(triggerRow).join('\n')}

## Compatibility

Requires n8n 1.85 or newer, and is tested with n8n 2.41 in Node.js 24.

## Resources

- [${cloud}: permissions, regions, and private clouds](${file(guide)})
- [${fleet.displayName}: tags, permissions, costs, and guards](${file('docs/fleet.md')})
- [Troubleshooting](${file('docs/troubleshooting.md')})
- [Version history](${file('CHANGELOG.md')})

## License

[MIT](${file('LICENSE')})
`;
}
