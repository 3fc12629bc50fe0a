/** What "Simplify" keeps of a Smart Connect task. */
export const simple = [
	...['id', 'task_name', 'status', 'source_type', 'sink_type', 'topics', 'topics_regex'],
	'create_time',
] as const;
