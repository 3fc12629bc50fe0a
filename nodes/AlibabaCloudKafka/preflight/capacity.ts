import type { IDataObject } from 'n8n-workflow';

import { held, isSoldFor, specificationOf, SPECIFICATIONS_AS_OF } from '../api/specifications';
import { seriesOf } from '../api/series';
import { ok, problem, warning, type Finding } from './findings';

/** Disks grow in these steps, GB. */
const DISK_STEP = 100;

const thousands = (count: number) => count.toLocaleString('en-US');

/** Whether what is ordered is sold together. The table of specifications is older than the service. */
export function checkCapacity(order: IDataObject): Finding[] {
	if ((seriesOf(order) ?? 'reserved') !== 'reserved') return [];
	const specification = specificationOf(order.IoMaxSpec);
	if (!specification) {
		return [
			warning(
				'Traffic Specification',
				`${String(order.IoMaxSpec)} is not among the specifications known on ${SPECIFICATIONS_AS_OF}`,
				'Check the code on the billing page of ApsaraMQ for Kafka.',
			),
			diskFinding(order, undefined),
		];
	}
	const { code, isUnconfirmed, included, most } = specification;
	const isSold = isSoldFor(specification, order);
	const total = included + Number(order.PartitionNum ?? 0);
	return [
		!isSold
			? problem(
					'Traffic Specification',
					`${code} is not sold for this edition`,
					"Select another 'Traffic Specification Name or ID' or 'Edition'.",
				)
			: isUnconfirmed
				? warning(
						'Traffic Specification',
						`${code}: ${held(specification)}; no page of Alibaba Cloud confirms it`,
						'Check the code on the billing page of ApsaraMQ for Kafka.',
					)
				: ok('Traffic Specification', `${code}: ${held(specification)}`),
		diskFinding(order, specification.leastDisk),
		total > most
			? warning(
					'Partitions',
					`${thousands(total)} partitions with those included; ${code} is known to have at most ${thousands(most)}`,
					"Enter fewer 'Partitions', or select a larger 'Traffic Specification Name or ID'.",
				)
			: ok(
					'Partitions',
					`${thousands(total)} partitions with those included, of at most ${thousands(most)}`,
				),
	];
}

/** What sources say of the smallest disk differs, so that no size is a problem for certain. */
function diskFinding({ DiskSize }: IDataObject, least: number | undefined): Finding {
	const size = Number(DiskSize);
	const found = `${thousands(size)} GB`;
	if (size % DISK_STEP !== 0) {
		return warning(
			'Disk Size',
			`${found} is not a multiple of ${DISK_STEP} GB`,
			`Enter a multiple of ${DISK_STEP} in 'Disk Size (GB)'.`,
		);
	}
	if (least !== undefined && size < least) {
		return warning(
			'Disk Size',
			`${found}; the specification usually needs at least ${thousands(least)} GB`,
			`Enter at least ${least} in 'Disk Size (GB)', or check the size on the billing page of ApsaraMQ for Kafka.`,
		);
	}
	return ok('Disk Size', found);
}
