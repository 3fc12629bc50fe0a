import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { withErrorTables } from './errorsDoc';
import { operationsDoc, unaligned } from './operationsDoc';
import { withOperationTables } from './readmeDoc';

const read = (name: string) => readFileSync(join(__dirname, '../../..', name), 'utf8');

test('docs/operations.md is up to date; if not, run `npm run docs`', () => {
	expect(unaligned(read('docs/operations.md'))).toBe(unaligned(operationsDoc()));
});

test('docs/troubleshooting.md has every error code that the nodes know; if not, run `npm run docs`', () => {
	const written = read('docs/troubleshooting.md');
	expect(unaligned(written)).toBe(unaligned(withErrorTables(written)));
});

test('README.md lists the operations that the nodes have; if not, run `npm run docs`', () => {
	const written = read('README.md');
	expect(unaligned(written)).toBe(unaligned(withOperationTables(written)));
});
