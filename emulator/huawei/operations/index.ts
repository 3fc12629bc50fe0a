import type { Handler } from '../context';
import * as catalogue from './catalogue';
import * as create from './create';
import * as instances from './instances';
import * as tags from './tags';
import * as tasks from './tasks';
import * as topics from './topics';
import * as users from './users';

/** Handlers by operation name. An operation of the facts that is not here answers 501. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
	...catalogue,
	...create,
	...instances,
	...tags,
	...tasks,
	...topics,
	...users,
};
