import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { operationsDoc, unaligned } from './operationsDoc';

test('docs/operations.md is up to date; if not, run `npm run docs`', () => {
	const written = readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8');
	expect(unaligned(written)).toBe(unaligned(operationsDoc()));
});
