import type { Operation } from '../../../shared/contract/operation';
import { choice } from '../../../shared/form/fields';
import { acknowledged } from '../../api/records';
import { operation } from '../../api/requests';
import { versionUpgraded } from '../../completions/instanceChange';
import { instance } from '../../fields';
import { simple } from './simple';

/** Upgrades the version. AliKafka API Reference, UpgradeInstanceVersion; 2 requests a second. */
export const upgradeVersion: Operation = {
	value: 'upgradeVersion',
	name: 'Upgrade Version',
	action: 'Upgrade version of instance',
	description: 'Upgrade the Kafka version, or upgrade to the latest build of the current version',
	...operation('change', 'UpgradeInstanceVersion'),
	fields: [
		instance(),
		choice('TargetVersion', 'Target Version', {
			required: true,
			values: { '0.10.2': '0.10.2', '2.2.0': '2.2.0', '2.6.2': '2.6.2' },
			open: true,
			default: '2.2.0',
			hint: 'Cannot be undone; select the current version to upgrade to its latest build',
		}),
	],
	outcome: acknowledged({ upgradeStarted: true }, 'TargetVersion'),
	subject: ({ InstanceId: id }) => `version of instance ${String(id)} upgrading`,
	simple,
	completion: versionUpgraded,
};
