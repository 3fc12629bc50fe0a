import type { Resource } from '../../../../shared/contract/operation';
import { checkResize } from './checkResize';
import { enableDomainName } from './enableDomainName';
import { getDiskAutoExpansion } from './getDiskAutoExpansion';
import { getUpgradeInfo } from './getUpgradeInfo';
import { updateDiskAutoExpansion } from './updateDiskAutoExpansion';
import { updateCrossVpc } from './updateCrossVpc';
import { upgrade } from './upgrade';

export const instanceMaintenance: Resource = {
	value: 'instanceMaintenance',
	name: 'Instance',
	operations: [
		upgrade,
		getUpgradeInfo,
		checkResize,
		enableDomainName,
		getDiskAutoExpansion,
		updateDiskAutoExpansion,
		updateCrossVpc,
	],
};
