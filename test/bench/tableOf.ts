/** Runs the bench that the argument names. */
import { join } from 'node:path';

import { done } from './apart';
import type { Bench } from './table';

async function main() {
	const { bench } = (await import(join(__dirname, `${process.argv[2]}.ts`))) as { bench: Bench };
	done(await bench());
}

void main();
