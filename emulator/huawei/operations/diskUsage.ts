import { json } from '../../http/answer';
import { refuse } from '../answers/errors';
import type { Instance } from '../model/instance';
import { brokerIds, logSize, logsOf } from '../model/partitions';
import type { Handler } from '../requests/context';

const GB = 2 ** 30;
const UNITS: Record<string, number> = { K: 2 ** 10, M: 2 ** 20, G: GB };
/** As in the document's example, which lists small partitions; its text says 1G. */
const DEFAULT_MIN_SIZE = '0K';

/** Disk usage of partitions on each broker (5.2.7), the largest first. */
export const ShowKafkaTopicPartitionDiskusage: Handler = (request, context) => {
	const { minSize = DEFAULT_MIN_SIZE, top, percentage } = request.query as Record<string, string>;
	const instance = context.instance();
	const min = bytesOf(minSize);
	const minShare = Number(percentage ?? 0);
	if (!(minShare >= 0)) refuse('DMS.00400062', `percentage ${percentage}`);
	const disk = (instance.storageSpace / instance.brokerNum) * GB;
	const broker_list = brokerIds(instance).map((broker) => {
		const all = usageOn(instance, broker);
		const used = all.reduce((sum, { size }) => sum + size, 0);
		const listed = all
			.filter(({ size }) => size >= min && (100 * size) / disk >= minShare)
			.slice(0, top === undefined ? all.length : Number(top));
		return {
			broker_name: `broker-${broker}`,
			data_disk_size: withUnit(disk),
			data_disk_use: withUnit(used),
			data_disk_free: withUnit(disk - used),
			data_disk_use_percentage: String(Math.ceil((100 * used) / disk)),
			status: 'Success get info',
			topic_list: listed.map(({ topic, partition, size }) => ({
				size: withUnit(size),
				topic_name: topic,
				topic_partition: String(partition),
				percentage: (100 * size) / disk,
			})),
		};
	});
	return json(200, { broker_list });
};

function bytesOf(text: string): number {
	const [, number, unit] = /^(\d+) ?([KMG])B?$/.exec(text) ?? [];
	if (!unit) refuse('DMS.00400062', `minSize ${text}`);
	return Number(number) * UNITS[unit];
}

function withUnit(bytes: number): string {
	const unit = ['G', 'M'].find((candidate) => bytes >= UNITS[candidate]) ?? 'K';
	const value = bytes / UNITS[unit];
	return `${value >= 10 || value === 0 ? Math.round(value) : value.toFixed(1)}${unit}`;
}

function usageOn(instance: Instance, broker: number) {
	const usage = instance.topics.flatMap((topic) =>
		logsOf(instance, topic).flatMap((log, partition) =>
			log.replicas.includes(broker) ? { topic: topic.name, partition, size: logSize(log) } : [],
		),
	);
	return usage.sort((a, b) => b.size - a.size);
}
